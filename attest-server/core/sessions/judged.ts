import type { ObservationId, Observations } from '../../../shared/observation.js'
import type { Llr } from '../../../shared/units.js'
import type { Action } from '../../../shared/wire/verdict.js'
import type { Identity } from '../identity/verified.js'

/** One reason, as it counts in the sum: within its family's limits. */
export interface Signal {
  readonly id: ObservationId
  readonly llr: Llr
}

/** What was made of a visit. Plain data: it is kept with the session. */
export interface Judgement {
  readonly card: string
  /** ln odds of automation. */
  readonly llr: Llr
  /** Without what probes of the browser say; only where nothing else speaks for a bot. */
  readonly unprobed?: Llr
  /** Names of the hard rules that were hit. */
  readonly hard: readonly string[]
  readonly action: Action
  /** Numbers of detections. */
  readonly hits: readonly number[]
  /** Heaviest first. */
  readonly signals: readonly Signal[]
}

/** What is known of where a visit came from: no address. `null`: unknown. */
export interface SessionNetwork {
  readonly ja4: string | null
  readonly datacenter: boolean | null
  readonly proxy: boolean | null
  readonly country: string | null
}

/** What can be said of a visit now. */
export interface SessionView {
  /** Undefined while nothing was scored, or no engine has an opinion. */
  readonly judgement: Judgement | undefined
  readonly identity: Identity
  readonly network: SessionNetwork
  readonly observations: Observations
}

export const unknownNetwork: SessionNetwork = { ja4: null, datacenter: null, proxy: null, country: null }
