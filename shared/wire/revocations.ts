import { decodeBase64url, encodeBase64url } from '../base64url.js'
import { asciiBytes } from '../pow.js'
import { err, ok, type Result } from '../result.js'
import { sha256 } from '../sha256.js'
import type { EpochSeconds } from '../units.js'
import type { VerdictClaims } from './verdict.js'

/** `typ` of a list of what is revoked: a compact JWS, signed by a key of `/.well-known/jwks.json`, as verdicts are. */
export const REVOCATIONS_TYPE = 'vouchsafe-revocations+jwt'

/** Where the attest-server publishes it. */
export const REVOCATIONS_PATH = '/.well-known/vouchsafe-revocations'

/** Payload of the list. It has no `aud`: each entry is bound to its site key, and the list is for every backend. */
export interface RevocationClaims {
  readonly iss: string
  /** With fractions: of two lists, the older one is told by it. */
  readonly iat: EpochSeconds
  /** What is newer than this is not known from here. */
  readonly exp: EpochSeconds
  /** Digests of 8 bytes each, ascending and without repetition, as one base64url. */
  readonly revoked: string
}

/** What can be revoked, by the claim of a verdict that holds it: one verdict, a session, a device key (`cnf.jkt`); and by its header, a signing key. */
export type RevocationKind = 'jti' | 'sub' | 'jkt' | 'kid'

/** So much of SHA-256 is in the list: one of 4000 entries hits a verdict that was not meant once in 4 · 10¹⁵ times. */
const DIGEST_BYTES = 8

/**
 * An entry of the list: the first 8 bytes of SHA-256 of `<kind> <audience> <value>`, in hex.
 * @param audience the site key, as the verdict's `aud` says it. A signing key has none: an empty text.
 */
export function revocationDigest(kind: RevocationKind, audience: string, value: string): string {
  return hexOf(sha256(asciiBytes(`${kind} ${audience} ${value}`)).subarray(0, DIGEST_BYTES))
}

/** The entries that revoke this verdict, but for that of its signing key. */
export const digestsOfVerdict = ({ aud, jti, sub, cnf }: Pick<VerdictClaims, 'aud' | 'jti' | 'sub' | 'cnf'>): string[] => [
  revocationDigest('jti', aud, jti),
  revocationDigest('sub', aud, sub),
  ...(cnf ? [revocationDigest('jkt', aud, cnf.jkt)] : []),
]

/** The entry that revokes all that a key has signed. */
export const digestOfKey = (kid: string): string => revocationDigest('kid', '', kid)

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** @param digests in hex, in any order. */
export function packDigests(digests: Iterable<string>): string {
  const all = [...new Set(digests)].sort().join('')
  return encodeBase64url(Uint8Array.from(all.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
}

/** @returns the digests in hex. */
export function unpackDigests(revoked: string): Result<ReadonlySet<string>, 'malformed'> {
  const bytes = decodeBase64url(revoked)
  if (!bytes.ok || bytes.value.length % DIGEST_BYTES !== 0) return err('malformed')
  const starts = Array.from({ length: bytes.value.length / DIGEST_BYTES }, (_, i) => i * DIGEST_BYTES)
  return ok(new Set(starts.map((start) => hexOf(bytes.value.subarray(start, start + DIGEST_BYTES)))))
}
