import type { EpochSeconds } from '../units.js'
import type { Revealed } from './reveal.js'

export const EVIDENCE_TYPE = 'vouchsafe-evidence+jwt'
export const EVIDENCE_VERSION = 1
/** The largest body of `POST /v1/attest`, in bytes: twice what the largest honest one takes. */
export const MAX_ATTEST_BYTES = 8192

/**
 * Payload of the evidence: a compact JWS (RFC 7515) signed ES256 by the device key, whose public JWK stands in the header (as in
 * DPoP, RFC 9449). Names follow EAT (RFC 9711) where it has one. Arrays carry values by position, in an order that is append only
 * once 0.1.0 is released.
 */
export interface EvidenceClaims {
  readonly v: typeof EVIDENCE_VERSION
  /** The challenge's `jti`. */
  readonly eat_nonce: string
  /** On the server's clock, as the challenge told it. */
  readonly iat: EpochSeconds
  /** `location.origin` of the page. */
  readonly origin: string
  /** What the page wants to do: `[a-z0-9_/-]`, 1 to 32 characters. */
  readonly action: string
  /**
   * 0, 1, 2 … for each evidence of this page. Nothing reads it: a session's tabs and pages each begin at 0, and nothing says which of them
   * sent an evidence, so that no order of these numbers is impossible (decision 33).
   */
  readonly seq: number
  /**
   * Version of the collector. Nothing reads it yet: how long the arrays are and what they weigh follows from `card`. It is there so that
   * evidence of builds with an order of their own, or of retired ones, can be told apart.
   */
  readonly build: string
  /** The proof of work, see `pow.ts`. */
  readonly pow: string
  /**
   * In the order of `tells.ts`, one letter each; see `observation-codes.ts`. The tells, the features and the tally are exactly as long as
   * the collectors that have this `card` make them.
   */
  readonly tells: string
  /** In the order of `features/index.ts`, two letters each. */
  readonly features: string
  /** In the order of `tallyKeys`. */
  readonly tally: readonly number[]
  /** The client card's version and its ln odds, rounded to 0.01: what the collector made of it itself. */
  readonly card: string
  readonly llr: number
  /** Of the form or request that the verdict is for, where the page binds it: salt and digest as `payload.ts` says. */
  readonly payload?: string | undefined
  /**
   * What the collector commits to of the visitor's movement before it knows what of it will be asked for: how many slices, with how many steps each, the root of a Merkle-sum tree over them,
   * and their totals (`shared/trace/commitment.ts`), base64url. Absent where nothing was observed (the cards `NO_CARD` and `STILL_CARD`), and on plain http,
   * where there is no WebCrypto to hash it.
   */
  readonly trace?: string
}

/** The claims that say what was seen of the visitor. */
export type EvidenceSummary = Pick<EvidenceClaims, 'tells' | 'features' | 'tally' | 'card' | 'llr' | 'trace'>

/** The `card` of a summary that is empty because the file that observes did not come. Its sum is 0. */
export const NO_CARD = 'none'

/**
 * The `card` of a summary that is made before a visitor has done anything, and before that file is loaded: the tells of `collector.js`, no feature, and of the
 * tally the time alone. Nothing is weighed in the browser, and its sum is 0.
 */
export const STILL_CARD = 'still-1'

/** Body of `POST /v1/attest`: the challenge as it was received, and the evidence; the second time, also what was asked for of its trace. */
export type AttestRequest = (
  | { readonly challenge: string; readonly evidence: string }
  /** Where `crypto.subtle` does not exist (plain http): the claims without a signature. Yields lower assurance. */
  | { readonly challenge: string; readonly unsigned: EvidenceClaims }
) &
  Partial<Revealed>
