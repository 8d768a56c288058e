import { type Stores, StoreUnavailable } from '../stores/ports.js'
import type { Metrics } from './metrics.js'

type Work = (...values: readonly unknown[]) => unknown
type Watched = (work: Work) => Work

/** @returns what makes a function of one that is timed, and whose faults are counted. Nobody waits for that. */
function watchPort({ store, storeFaults }: Metrics, port: string, stopwatch: () => number): Watched {
  const observe = store.labels({ port }).observe
  const failed = (error: unknown): void => {
    if (error instanceof StoreUnavailable) storeFaults.inc({ port })
  }
  return (work) =>
    (...values) => {
      const started = stopwatch()
      const done = () => observe((stopwatch() - started) / 1000)
      const result = work(...values)
      if (result instanceof Promise) result.then(done, failed)
      else done()
      return result
    }
}

const isWork = (value: unknown): value is Work => typeof value === 'function'

function watchAll(port: object, watched: Watched): object {
  const entries = Object.entries(port).map(([name, value]) => [name, isWork(value) ? watched(value.bind(port) as Work) : value])
  return Object.fromEntries(entries)
}

/** The same stores, each of whose ports is timed under its name; what is no part of one (`prune`, `check`) under `all`. */
export function observeStores(stores: Stores, metrics: Metrics, stopwatch: () => number): Stores {
  const whole = watchAll(stores, watchPort(metrics, 'all', stopwatch))
  const ports = Object.entries(whole).map(([name, value]) =>
    typeof value === 'object' ? [name, watchAll(value as object, watchPort(metrics, name, stopwatch))] : [name, value],
  )
  return Object.fromEntries(ports) as unknown as Stores
}
