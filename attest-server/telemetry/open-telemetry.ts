import { ok, type Result } from '../../shared/result.js'
import type { EpochSeconds, Ms } from '../../shared/units.js'
import { listen, urlOf } from '../listen.js'
import type { Stores } from '../stores/ports.js'
import { createMetrics } from './metrics.js'
import { observeByMetrics } from './observe-by-metrics.js'
import { observeStores } from './observe-stores.js'
import { readGauges } from './read-gauges.js'
import { metricsListener } from './serve-metrics.js'
import { silent, type Telemetry } from './telemetry.js'

/** Where metrics can be read. */
export interface MetricsPlace {
  readonly host: string
  readonly port: number
}

export interface OpenTelemetry {
  readonly telemetry: Telemetry
  /** To be used in place of the stores that were given. */
  readonly stores: Stores
  /** Where metrics can be read; undefined where they are off. */
  readonly url: string | undefined
  close(): void
}

interface Clocks {
  readonly clock: () => EpochSeconds
  readonly stopwatch: () => Ms
}

/** Starts to measure, where that is wanted. @returns what is wrong in words, when it cannot be listened there. */
export async function openTelemetry(
  place: MetricsPlace | undefined,
  stores: Stores,
  { clock, stopwatch }: Clocks,
): Promise<Result<OpenTelemetry, string>> {
  if (!place) return ok({ telemetry: silent, stores, url: undefined, close: () => undefined })
  const metrics = createMetrics()
  async function read(): Promise<string> {
    await readGauges(metrics, stores, clock())
    return metrics.register.metrics()
  }
  const server = metricsListener(read, metrics.register.contentType)
  const port = await listen(server, { ...place, names: { host: 'VOUCHSAFE_METRICS_HOST', port: 'VOUCHSAFE_METRICS_PORT' } })
  if (!port.ok) return port
  return ok({
    telemetry: observeByMetrics(metrics, stopwatch),
    stores: observeStores(stores, metrics, stopwatch),
    url: `${urlOf('http', place.host, port.value)}/metrics`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  })
}
