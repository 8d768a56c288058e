import type { EpochSeconds } from '../../../shared/units.js'
import type { HttpFacts } from '../../facts/fact.js'
import type { IdentityOf } from './identity-of.js'

/** By what it is known who asks for a verdict. */
export interface Asking {
  readonly identityOf: IdentityOf
  /** Adds what is known of where a request came from. */
  describe(http: HttpFacts): HttpFacts
  readonly clock: () => EpochSeconds
}
