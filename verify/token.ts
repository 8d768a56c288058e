import { decodeBase64urlText } from '../shared/base64url.js'
import { VERDICT_TYPE } from '../shared/wire/verdict.js'
import { createLru } from './lru.js'

/** An honest verdict takes about 700 characters; nothing longer than this is parsed. */
const MAX_TOKEN_CHARS = 4096

/** The algorithms that a verdict may be signed with. Symmetric ones and `none` have no row, so they cannot be asked for. */
export const algorithms = ['ES256', 'EdDSA'] as const
export type Algorithm = (typeof algorithms)[number]

export interface VerdictHeader {
  readonly typ: string
  readonly alg: Algorithm
  readonly kid: string
}

/** RFC 7515 §7.1. */
export const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/
/** All tokens of one key have one header: it is read once. Some keys of some issuers, by the header's text. */
const headers = createLru<VerdictHeader>(16)

/** The JSON object in one part of a compact JWS; `undefined` where there is none. */
export function readPart(part: string): Readonly<Record<string, unknown>> | undefined {
  const text = decodeBase64urlText(part)
  if (!text.ok) return undefined
  try {
    const value: unknown = JSON.parse(text.value)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the header of a compact JWS and refuses every header that a verdict does not have, before any key is looked at: another
 * `typ` (RFC 8725 §3.11: evidence and challenges are JWTs too), another algorithm (§3.1), `crit`, no `kid`. Keys that a header brings along
 * (`jwk`, `jku`, `x5c`) are never looked at; they make the token malformed (§3.10).
 * @param type of what else the issuer signs, with `most` characters
 */
export function readHeader(token: unknown, type = VERDICT_TYPE, most = MAX_TOKEN_CHARS): VerdictHeader | undefined {
  if (typeof token !== 'string' || token.length > most || !COMPACT.test(token)) return undefined
  const part = token.slice(0, token.indexOf('.'))
  const known = headers.get(part)
  if (known) return known.typ === type ? known : undefined
  const header = checkHeader(readPart(part), type)
  if (header) headers.set(part, header)
  return header
}

function checkHeader(header: Readonly<Record<string, unknown>> | undefined, type: string): VerdictHeader | undefined {
  if (!header) return undefined
  const { typ, alg, kid } = header
  if (typ !== type || typeof kid !== 'string' || kid === '') return undefined
  if (['crit', 'jwk', 'jku', 'x5c', 'x5u', 'b64', 'enc', 'zip'].some((name) => Object.hasOwn(header, name))) return undefined
  return isAlgorithm(alg) ? { typ, alg, kid } : undefined
}

const isAlgorithm = (alg: unknown): alg is Algorithm => (algorithms as readonly unknown[]).includes(alg)
