import { startFeatures } from '../../shared/features/reading/start-features.js'
import { startTally } from '../../shared/features/reading/tally.js'
import type { Observation } from '../../shared/observation.js'
import { makeClientCard, stillCard } from '../../shared/scorecard/client-card.js'
import { score } from '../../shared/scorecard/score.js'
import type { Ms } from '../../shared/units.js'
import type { TellId } from '../../shared/wire/tells.js'
import type { WorkerFacts } from '../environment/worker-facts.js'
import { type Observed, observeTells } from '../tells/observe.js'
import { openPageProbes } from '../tells/probe/page-probes.js'
import { createWatches } from '../tells/probe/watches.js'
import type { Moment } from '../tells/tell.js'
import type { Findings, Sensing } from './sensing.js'
import { summarise } from './summarise.js'

/** For all tells of a moment together. The first verdict waits no longer; a shared worker may take its time to start. */
const TELLS_LIMIT: Readonly<Record<Moment, Ms>> = { load: 1000, idle: 2500, 'step-up': 1500 }

/** Tells, features and the client card's sum: what is known of the visitor, and what it weighs. */
export function startSensing(begun: Ms): Sensing {
  const features = startFeatures()
  const tally = startTally()
  let card = stillCard
  let tells: Observed = new Map()
  let observing = Promise.resolve()
  const stop = new AbortController()
  const watches = createWatches(stop.signal)

  /** Rejects where no frame can be made, or the like: the tells stay unknown. */
  const observe = async (worker: Promise<WorkerFacts | undefined>, moment: Moment): Promise<void> => {
    if (stop.signal.aborted) return
    const probes = openPageProbes(worker, watches)
    try {
      tells = await observeTells(probes, TELLS_LIMIT[moment], moment, tells)
    } finally {
      probes.close()
    }
  }

  const findings = (): Findings => {
    const readings = features.read()
    const report = score(new Map<TellId | `input.${string}`, Observation>([...tells, ...readings]), card)
    return { tells, features: readings, tally: tally.read(performance.now() - begun), report }
  }

  return {
    push(event) {
      if (card === stillCard) card = makeClientCard()
      tally.push(event)
      features.push(event)
    },
    lose(count) {
      tally.lose(count)
      features.lose()
    },
    observe(worker, moment) {
      observing = observing.then(() => observe(worker, moment)).catch(() => {})
      return observing
    },
    findings,
    summary: () => summarise(findings()),
    end: () => stop.abort(),
  }
}
