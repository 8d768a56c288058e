import type { z } from 'zod'
import type { VerdictClaims } from '../../../shared/wire/verdict.js'
import type { RedeemFault } from '../../core/siteverify/redeem-verdict.js'

/** What can be wrong with a request to verify, in our words. `refused`: the verdict is good, and does not say `allow`. */
export type SiteverifyFault = RedeemFault | 'secret-missing' | 'secret-unknown' | 'response-missing' | 'sitekey-mismatch' | 'refused'

/** How one of the originals says it. */
export interface Dialect {
  /** `recaptcha`; the operation's name. */
  readonly id: string
  readonly path: string
  readonly summary: string
  readonly codes: Readonly<Record<SiteverifyFault, string>>
  /** What a genuine verdict says besides `success` and `error-codes`. */
  details(claims: VerdictClaims): Readonly<Record<string, unknown>>
  /** What every answer has; `error-codes` of a success among it, where the original has it. */
  readonly always: Readonly<Record<string, unknown>>
  readonly schema: z.ZodType
}
