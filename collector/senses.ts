import type { InputEvent } from '../shared/features/input-event.js'
import { startFeatures } from '../shared/features/start-features.js'
import { startTally } from '../shared/features/tally.js'
import type { Observation } from '../shared/observation.js'
import { clientCard } from '../shared/scorecard/client-card.js'
import { score } from '../shared/scorecard/score.js'
import type { Ms } from '../shared/units.js'
import type { TellId } from '../shared/wire/tells.js'
import type { Findings } from './evidence/assemble.js'
import type { WorkerFacts } from './pow/worker-facts.js'
import { observeTells } from './tells/observe.js'
import { openPageProbes } from './tells/probe/page-probes.js'

/** For all tells together; the first verdict waits for them no longer. */
const TELLS_LIMIT: Ms = 1000

/** All that the collector knows of the session, growing as the visitor goes on. */
export interface Senses {
  push(event: InputEvent): void
  /** Observes the tells if that was not done, or not to its end. Never rejects. @param worker what the solver's worker says of itself */
  observe(worker: Promise<WorkerFacts | undefined>): Promise<void>
  findings(): Findings
}

type Tells = ReadonlyMap<TellId, Observation>

const isComplete = (tells: Tells): boolean =>
  tells.size > 0 && ![...tells.values()].some((seen) => seen.state === 'failed' && seen.reason === 'timeout')

async function observeOnce(worker: Promise<WorkerFacts | undefined>): Promise<Tells> {
  const probes = openPageProbes(worker)
  try {
    return await observeTells(probes, TELLS_LIMIT)
  } finally {
    probes.close()
  }
}

export function startSenses(now: () => Ms): Senses {
  const features = startFeatures()
  const tally = startTally()
  const begun = now()
  let tells: Tells = new Map()
  let observing: Promise<void> | undefined
  return {
    push(event) {
      tally.push(event)
      features.push(event)
    },
    observe(worker) {
      if (isComplete(tells)) return Promise.resolve()
      observing ??= observeOnce(worker)
        .then((seen) => {
          tells = seen
        })
        // No frame could be made, or the like: the tells stay unknown.
        .catch(() => {})
        .finally(() => {
          observing = undefined
        })
      return observing
    },
    findings() {
      const readings = features.read()
      const report = score(new Map<TellId | `input.${string}`, Observation>([...tells, ...readings]), clientCard)
      return { tells, features: readings, tally: tally.read(now() - begun), report }
    },
  }
}
