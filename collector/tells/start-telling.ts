import type { Ms } from '../../shared/units.js'
import type { WorkerFacts } from '../environment/worker-facts.js'
import { encodeTells } from '../evidence/encode-tells.js'
import { after } from '../page/after.js'
import { type Observed, observeTells } from './observe.js'
import { openPageProbes } from './probe/page-probes.js'
import { createWatches } from './probe/watches.js'
import { stillTells } from './still-tells.js'
import type { Moment, Tell } from './tell.js'

/** For all tells of a moment together. The first verdict waits no longer; a shared worker may take its time to start. */
const TELLS_LIMIT: Readonly<Record<Moment, Ms>> = { load: 1000, idle: 2500, 'step-up': 1500 }

/** What is observed of the browser, growing from moment to moment. */
export interface Telling {
  /**
   * Observes the tells whose moment has come and that have not answered yet, one moment after the other, or gives up waiting. Never rejects.
   * @param worker what the attesting environment's worker says of itself
   * @param sensed those that senses.js adds
   */
  observe(worker: Promise<WorkerFacts | undefined>, moment: Moment, sensed?: readonly Tell[]): Promise<void>
  /** Empty until they were observed. */
  observed(): Observed
  /** As the evidence carries them, those that senses.js adds at the end. */
  letters(sensed?: readonly Tell[]): string
  /** Observes and listens no more. What it knows stays. */
  end(): void
}

const all = (sensed: readonly Tell[] = []): readonly Tell[] => [...stillTells, ...sensed]

/** Begins nothing by itself. */
export function startTelling(): Telling {
  let observed: Observed = new Map()
  let observing = Promise.resolve()
  const stop = new AbortController()
  const watches = createWatches(stop.signal)

  /** Rejects where no frame can be made, or the like: the tells stay unknown. */
  const observe = async (worker: Promise<WorkerFacts | undefined>, moment: Moment, list: readonly Tell[]): Promise<void> => {
    if (stop.signal.aborted) return
    const probes = openPageProbes(worker, watches)
    try {
      observed = await observeTells(probes, TELLS_LIMIT[moment], moment, observed, list)
    } finally {
      probes.close()
    }
  }

  return {
    observe(worker, moment, sensed) {
      observing = observing.then(() => observe(worker, moment, all(sensed))).catch(() => {})
      // Behind a moment that takes its time, a verdict waits no longer than for its own.
      return Promise.race([observing, after(TELLS_LIMIT[moment])])
    },
    observed: () => observed,
    letters: (sensed) => encodeTells(all(sensed), observed),
    end: () => stop.abort(),
  }
}
