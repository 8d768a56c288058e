import type { ObservationId, Scalar } from '../../../../shared/observation.js'
import type { EpochSeconds, Llr } from '../../../../shared/units.js'
import type { Identity } from '../../identity/verified.js'
import type { Judgement, SessionNetwork } from '../judged.js'
import type { SessionSums } from './session-sums.js'

/** What was seen of one request that posted events: Observations, no header and no address. */
export interface SeenRequest {
  readonly seen: readonly (readonly [ObservationId, Scalar])[]
  readonly network: SessionNetwork
  /** Not the visitor's own request: a backend told of it. */
  readonly isTold?: true
  /** Only what is proved or disproved. */
  readonly identity?: Identity
}

export interface RatedRequest extends SeenRequest {
  readonly llr: Llr
}

/** What is kept of a visit, as JSON of a live session. */
export interface SessionState {
  readonly v: 1
  readonly sums: SessionSums
  /** Of all requests of the visitor the one that speaks most for a bot: headers that change do not wash a visit clean. */
  readonly request?: RatedRequest
  /** The same of what backends told of an address. */
  readonly told?: RatedRequest
  /** Of the newest request that says something, which `at` names by its place in the inbox. */
  readonly network?: SessionNetwork & { readonly at: number }
  readonly loggedInAt?: EpochSeconds
  readonly judgement?: Judgement
}

const noState: SessionState = { v: 1, sums: {} }

/** @param text as it was kept. @returns nothing known, of another version's. */
export function readState(text: string | undefined): SessionState {
  if (text === undefined) return noState
  const state = JSON.parse(text) as SessionState
  return state.v === 1 ? state : noState
}
