import type { Observation } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import type { WorkerFacts } from '../environment/worker-facts.js'
import type { Watches } from './probe/watches.js'

/** What a tell may look at beside the page itself. Made once for all of them by `probe/page-probes.ts`. */
export interface PageProbes extends Watches {
  /** The window of one fresh same-origin `about:blank` iframe, where no script of the page ever ran; undefined where none can be made. */
  frame(): Window | undefined
  /** What `navigator` says inside the attesting environment's worker; undefined where there is no worker. */
  readonly worker: Promise<WorkerFacts | undefined>
}

/** In this order: before the first verdict · when the browser has nothing better to do · once suspicion asks for a second round. */
export const moments = ['load', 'idle', 'step-up'] as const
export type Moment = (typeof moments)[number]

/**
 * One fact that speaks of automation. `observe` may throw and may never settle; `observe.ts` turns both into an Observation.
 * It says what is so, never what it weighs: weights are rows of a scorecard.
 */
export interface Tell {
  readonly id: TellId
  /** The first moment that is worth its cost: `load` where it is left out. */
  readonly when?: Exclude<Moment, 'load'>
  /** Asked again each time: what it looks for may still come. */
  readonly live?: true
  observe(page: PageProbes): Observation | Promise<Observation>
}
