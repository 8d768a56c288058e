import type { EpochSeconds } from '../units.js'

/** `typ` of a proof of possession (RFC 9449 §4.2). */
export const DPOP_TYPE = 'dpop+jwt'

/** Payload of a proof of possession: a compact JWS signed ES256 by the device key, whose public JWK stands in the header, as with evidence. */
export interface DpopClaims {
  /** A proof is good once. */
  readonly jti: string
  /** The request's method, in capitals. */
  readonly htm: string
  /** The request's address, without query and fragment. */
  readonly htu: string
  readonly iat: EpochSeconds
  /** SHA-256 of the verdict's token as it is sent, base64url. */
  readonly ath: string
  /** The last that the backend has given, where it gives any. */
  readonly nonce?: string
}
