import type { Seconds } from '../../shared/units.js'

/** What can be the matter with a request, in one vocabulary. Each surface says it in its own words, in its `faults.ts`. */
export type FaultCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'malformed'
  | 'invalid'
  | 'too-large'
  | 'unsupported-media-type'
  | 'rate-limited'
  | 'quota-exceeded'
  | 'payment-required'
  | 'unavailable'
  | 'internal'

/** `malformed`: nothing that could be read. `invalid`: read, and not what the operation takes; `fields` says where. */
export interface Fault {
  readonly code: FaultCode
  /** For whoever wrote the request; never a secret, never what another's request said. */
  readonly detail?: string
  readonly fields?: readonly FieldProblem[]
  /** After how long another try makes sense. */
  readonly retryAfter?: Seconds
}

export interface FieldProblem {
  /** `events.3.type`; empty for the whole. */
  readonly path: string
  readonly message: string
  /** Where in a text that follows a grammar. */
  readonly at?: { readonly offset: number; readonly length: number; readonly line: number; readonly column: number }
  /** What was probably meant. */
  readonly suggestion?: string
}
