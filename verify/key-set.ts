import type { VerdictClaims } from '../shared/wire/verdict.js'
import { readClaims } from './claims.js'
import { createLru } from './lru.js'
import { type SignatureCheck, signatureCheck } from './signature-check.js'
import { type Algorithm, algorithms, readPart, type VerdictHeader } from './token.js'

/** A JSON Web Key Set (RFC 7517 §5), as `/.well-known/jwks.json` serves it. */
export interface VerdictKeys {
  readonly keys: readonly Readonly<Record<string, unknown>>[]
}

/** More keys than any rotation leaves behind: what stands after these is not read. */
const MAX_KEYS = 32
/** How many tokens a key set remembers: about 2 MB. A page that posts twice with one token costs one signature. */
const REMEMBERED_TOKENS = 1024

/** The claims of a token with a good signature, whatever they say; otherwise why not. */
type Opened = VerdictClaims | 'signature' | 'malformed'

/** One unchanging set of keys, and the tokens that were found to be signed by them. */
export interface KeySet {
  has(header: VerdictHeader): boolean
  /** Whether one of these keys has signed it. Never rejects. */
  hasSigned(token: string, header: VerdictHeader): boolean | Promise<boolean>
  /** Never rejects. Where the signature is checked at once, so is all of it: waiting for nothing would cost more than reading the claims. */
  open(token: string, header: VerdictHeader): Opened | Promise<Opened>
  /** As `open`, of a token that was opened before. Costs a look-up. */
  opened(token: string): VerdictClaims | undefined
}

/** What a key must be to be used with an algorithm (RFC 8725 §3.1: one key, one algorithm). The private part and all else is left out. */
function publicJwk(jwk: Readonly<Record<string, unknown>>, alg: Algorithm): Record<string, string> | undefined {
  const { kty, crv, x, y, alg: own = alg, use = 'sig' } = jwk
  if (own !== alg || use !== 'sig' || typeof x !== 'string') return undefined
  if (alg === 'ES256') return kty === 'EC' && crv === 'P-256' && typeof y === 'string' ? { kty, crv, x, y } : undefined
  return kty === 'OKP' && crv === 'Ed25519' ? { kty, crv, x } : undefined
}

interface Entry {
  readonly jwk: Readonly<Record<string, string>>
  /** Made at the first use. */
  check?: SignatureCheck
}

/** By `kid`, and each by its algorithm, so that a token cannot use a key with another than its own. */
type Entries = ReadonlyMap<string, ReadonlyMap<Algorithm, Entry>>

function readKeys(keys: VerdictKeys['keys']): Entries {
  const entries = new Map<string, Map<Algorithm, Entry>>()
  for (const key of keys.slice(0, MAX_KEYS)) {
    const { kid } = key
    if (typeof kid !== 'string') continue
    for (const alg of algorithms) {
      const jwk = publicJwk(key, alg)
      if (jwk) entries.set(kid, (entries.get(kid) ?? new Map<Algorithm, Entry>()).set(alg, { jwk }))
    }
  }
  return entries
}

/** @param keys entries that are no ES256 or EdDSA verification key with a `kid` are skipped. */
export function createKeySet({ keys }: VerdictKeys): KeySet {
  const entries = readKeys(keys)
  const entryOf = ({ alg, kid }: VerdictHeader) => entries.get(kid)?.get(alg)
  const verified = createLru<VerdictClaims>(REMEMBERED_TOKENS)

  function hasSigned(token: string, header: VerdictHeader): boolean | Promise<boolean> {
    const entry = entryOf(header)
    if (!entry) return false
    entry.check ??= signatureCheck(entry.jwk, header.alg)
    return entry.check(token)
  }

  function claimsOf(token: string, isSigned: boolean): Opened {
    if (!isSigned) return 'signature'
    const claims = readClaims(readPart(token.slice(token.indexOf('.') + 1, token.lastIndexOf('.'))))
    if (!claims) return 'malformed'
    verified.set(token, claims)
    return claims
  }

  return {
    hasSigned,
    has: (header) => entryOf(header) !== undefined,
    opened: (token) => verified.get(token),
    open(token, header) {
      const isSigned = hasSigned(token, header)
      return typeof isSigned === 'boolean' ? claimsOf(token, isSigned) : isSigned.then((signed) => claimsOf(token, signed))
    },
  }
}
