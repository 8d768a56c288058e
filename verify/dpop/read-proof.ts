import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose'
import { DPOP_TYPE, type DpopClaims } from '../../shared/wire/dpop.js'
import { COMPACT, readPart } from '../token.js'

/** An honest proof takes about 700 characters and the address; nothing longer than this is parsed. */
const MAX_PROOF_CHARS = 4096
/** A coordinate of P-256: 32 bytes. */
const COORDINATE = /^[\w-]{43}$/
/** Private parts of keys of every kind, and the symmetric one (RFC 7518 §6). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

type PublicKey = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }

/** A proof that is in order, by a key that nobody has compared yet, and of which nobody knows whether it has signed it. */
export interface Proof {
  readonly text: string
  readonly jwk: PublicKey
  readonly claims: DpopClaims
}

type Json = Readonly<Record<string, unknown>>

/** Only what is compared or used: of a key that brings its private half along, nobody knows who else has it (RFC 9449 §4.3). */
function readKey(jwk: unknown): PublicKey | undefined {
  if (typeof jwk !== 'object' || jwk === null) return undefined
  const { kty, crv, x, y } = jwk as Json
  if (kty !== 'EC' || crv !== 'P-256' || PRIVATE_MEMBERS.some((name) => Object.hasOwn(jwk, name))) return undefined
  return isText(x, COORDINATE) && isText(y, COORDINATE) ? { kty, crv, x, y } : undefined
}

const isText = (value: unknown, shape: RegExp): value is string => typeof value === 'string' && shape.test(value)

function readClaims(payload: Json | undefined): DpopClaims | undefined {
  if (!payload) return undefined
  const { jti, htm, htu, iat, ath, nonce } = payload
  const sound =
    isText(jti, /^[\x21-\x7e]{16,128}$/) &&
    isText(htm, /^[A-Z-]{1,32}$/) &&
    typeof htu === 'string' &&
    typeof iat === 'number' &&
    Number.isFinite(iat) &&
    isText(ath, /^[\w-]{43}$/) &&
    (nonce === undefined || typeof nonce === 'string')
  return sound ? { jti, htm, htu, iat, ath, ...(nonce === undefined ? {} : { nonce }) } : undefined
}

/**
 * Reads a `DPoP` header before any key is used: one compact JWS, ES256, with a public key of P-256. Two headers arrive as one with a comma, and are none.
 * Other algorithms have no row, so that neither `none` nor a symmetric one can be asked for (RFC 8725 §3.1).
 */
export function readProof(text: unknown): Proof | undefined {
  if (typeof text !== 'string' || text.length > MAX_PROOF_CHARS || !COMPACT.test(text)) return undefined
  const [first, second] = text.split('.') as [string, string]
  const header = readPart(first)
  if (!header || header.typ !== DPOP_TYPE || header.alg !== 'ES256') return undefined
  if (['crit', 'kid', 'jku', 'x5c', 'x5u', 'b64', 'enc', 'zip'].some((name) => Object.hasOwn(header, name))) return undefined
  const jwk = readKey(header.jwk)
  const claims = readClaims(readPart(second))
  return jwk && claims ? { text, jwk, claims } : undefined
}

/** RFC 7638, SHA-256. */
export const thumbprintOf = ({ jwk }: Proof): Promise<string> => calculateJwkThumbprint(jwk)

/** False as well for a key that is no point of the curve. */
export async function isSignedByItsKey({ text, jwk }: Proof): Promise<boolean> {
  try {
    await compactVerify(text, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] })
    return true
  } catch {
    return false
  }
}
