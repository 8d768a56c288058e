/** Why a token was not accepted. The union is closed: a `switch` over it needs no default. */
export type VerifyErrorCode = keyof typeof messages

/** Says what is wrong with a token. `message` is for logs: plain English that names no secret and no part of the token. */
export interface VerifyError {
  readonly code: VerifyErrorCode
  readonly message: string
  /** With `store-unavailable` what the store threw, with `keys-unavailable` and `revocations-unavailable` why those could not be read. For your logs. */
  readonly cause?: unknown
}

const messages = {
  missing: 'There is no token.',
  malformed: 'This is not a verdict token.',
  signature: 'The token was not signed by a key of this issuer.',
  expired: 'The verdict has expired.',
  'not-yet-valid': 'The verdict is dated in the future.',
  issuer: 'The verdict comes from another issuer.',
  audience: 'The verdict was made for another site key.',
  origin: 'The verdict was made for a page of another origin.',
  'action-mismatch': 'The verdict was made for another action of the page.',
  assurance: 'The verdict stands on less evidence than is asked for here.',
  'test-verdict': 'The verdict was made by a test key.',
  'payload-missing': 'The verdict is bound to no payload, or its salt did not come with it.',
  'payload-mismatch': 'The verdict was made for another payload.',
  revoked: 'The verdict, its session or a key of it was revoked.',
  unbound: 'The verdict is bound to no key, so nobody can prove that it is theirs.',
  'proof-missing': 'There is no proof that the key of the verdict is there.',
  'proof-malformed': 'This is not a DPoP proof.',
  'proof-expired': 'The proof is too old, or dated in the future.',
  'proof-request': 'The proof was made for another request.',
  'proof-key': 'The verdict was issued to another client: the proof is by another key.',
  'proof-token': 'The proof was made for another verdict.',
  'proof-signature': 'The proof was not signed by the key in it.',
  'proof-nonce': 'The proof carries no nonce of this backend, or an old one.',
  'proof-used': 'The proof was used before.',
  'proof-limit': 'The key has made more proofs in a short time than are remembered of one key.',
  used: 'The verdict was used before.',
  'store-unavailable': 'It could not be told whether the verdict, or its proof, was used before.',
  'revocations-unavailable': 'It could not be told whether the verdict was revoked.',
  'keys-unavailable': 'The keys of the issuer could not be read.',
} as const

/** Every code that there is. */
export const verifyErrorCodes: readonly VerifyErrorCode[] = Object.keys(messages) as VerifyErrorCode[]

export const verifyError = (code: VerifyErrorCode, cause?: unknown): VerifyError => ({
  code,
  message: messages[code],
  ...(cause === undefined ? {} : { cause }),
})
