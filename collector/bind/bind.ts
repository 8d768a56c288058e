import type { DpopClaims } from '../../shared/wire/dpop.js'
import type { Attestation } from '../attest/attestation.js'
import type { ServerMoment } from '../environment/attesting-environment.js'

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

/** What a verdict is bound to, and what its backend has to be told. */
export interface Seal {
  /** For the evidence: the digest of salt and payload. */
  readonly payload: string
  /** For nobody but the site's backend: whoever has digest and salt can try out what the payload was. */
  readonly salt: string
  /** Of a form: puts the salt into it, and asks once more for a verdict where it has changed when it is sent. */
  put?(): void
}

/** What bind.js brings: ties a verdict to one request, or to what a form holds. */
export interface VouchsafeBind {
  /**
   * @param what a request's body as it will be sent, or a form
   * @param submitter the button that sends the form
   * @param field in which the form's token is
   * @returns May reject: where there is no `crypto.subtle`, and whatever the page has made of its form.
   */
  seal(what: string | BufferSource | HTMLFormElement, submitter?: HTMLElement | null, field?: string): Promise<Seal>
  /**
   * @param last the latest Attestation: its verdict is meant where the request names none
   * @param sign by the device key; undefined where there is none
   * @param proved the last challenge, which says what time it is on the server
   * @returns undefined where no proof can be made. May reject.
   */
  prove(
    request: ProofRequest,
    last: Pick<Attestation, 'token'> | undefined,
    sign: (claims: DpopClaims) => Promise<string | undefined>,
    proved: ServerMoment | undefined,
  ): Promise<string | undefined>
}
