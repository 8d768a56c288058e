import type { EpochSeconds } from '../../shared/units.js'
import type { DpopClaims } from '../../shared/wire/dpop.js'

/** The request that a proof is for. Names as in RFC 9449. */
export interface ProofRequest {
  /** `GET` when left out. */
  readonly method?: string | undefined
  /** Absolute, or relative to the page. */
  readonly url: string | URL
  /** The verdict that is sent with it; the latest when left out. */
  readonly token?: string | undefined
  /** What the backend's last response said in `DPoP-Nonce`, where it says any. */
  readonly nonce?: string | undefined
}

/** What bind.js brings: ties a verdict to one request. */
export interface VouchsafeBind {
  /**
   * @param sign by the device key; undefined where there is none
   * @param now on the server's clock
   * @returns undefined where no proof can be made. May reject.
   */
  prove(request: ProofRequest, sign: (claims: DpopClaims) => Promise<string | undefined>, now: EpochSeconds): Promise<string | undefined>
}
