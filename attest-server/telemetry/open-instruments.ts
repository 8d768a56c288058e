import { ok, type Result } from '../../shared/result.js'
import type { EpochSeconds, Ms } from '../../shared/units.js'
import type { Answer } from '../create-listener.js'
import { listen, urlOf } from '../listen.js'
import type { Stores } from '../stores/ports.js'
import { createMetrics } from './metrics.js'
import { observeByMetrics } from './observe-by-metrics.js'
import { observeStores } from './observe-stores.js'
import { readGauges } from './read-gauges.js'
import { metricsListener } from './serve-metrics.js'
import { both, silent, type Telemetry } from './telemetry.js'
import { findTracer, traceRequests, traceTelemetry } from './trace-requests.js'

/** Where metrics can be read. */
export interface MetricsPlace {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
}

/** What watches a server while it works. */
export interface Instruments {
  readonly telemetry: Telemetry
  /** To be used in place of the stores that were given. */
  readonly stores: Stores
  /** To be used in place of what answers. */
  around(answer: Answer): Answer
  /** Where metrics can be read; undefined where they are off. */
  readonly url: string | undefined
  close(): void
}

interface Surroundings {
  readonly clock: () => EpochSeconds
  readonly stopwatch: () => Ms
  /** How many requests were never begun because their connection had ended. */
  readonly gone: () => number
  /** Requests come by a proxy of the operator's. */
  readonly isBehindProxy: boolean
}

const off = (stores: Stores): Instruments => ({
  telemetry: silent,
  stores,
  around: (answer) => answer,
  url: undefined,
  close: () => undefined,
})

async function measured(
  place: MetricsPlace,
  stores: Stores,
  { clock, stopwatch, gone }: Surroundings,
): Promise<Result<Instruments, string>> {
  const metrics = createMetrics()
  async function read(): Promise<string> {
    metrics.gone.reset()
    metrics.gone.inc(gone())
    await readGauges(metrics, stores, clock())
    return metrics.register.metrics()
  }
  const server = metricsListener(read, metrics.register.contentType)
  const port = await listen(server, { ...place, names: { host: 'VOUCHSAFE_METRICS_HOST', port: 'VOUCHSAFE_METRICS_PORT' } })
  if (!port.ok) return port
  return ok({
    ...off(observeStores(stores, metrics, stopwatch)),
    telemetry: observeByMetrics(metrics, stopwatch),
    url: `${urlOf('http', place.host, port.value)}/metrics`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  })
}

/**
 * Starts to measure where that is wanted, and to trace where somebody takes spans.
 * @returns what is wrong in words, when metrics cannot be listened for there.
 */
export async function openInstruments(
  place: MetricsPlace | undefined,
  stores: Stores,
  surroundings: Surroundings,
): Promise<Result<Instruments, string>> {
  const instruments = place ? await measured(place, stores, surroundings) : ok(off(stores))
  const tracer = findTracer()
  if (!instruments.ok || !tracer) return instruments
  const { telemetry } = instruments.value
  return ok({
    ...instruments.value,
    telemetry: both(telemetry, traceTelemetry(tracer)),
    around: (answer) => traceRequests(tracer, answer, surroundings.isBehindProxy),
  })
}
