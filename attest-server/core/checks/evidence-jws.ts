import { decodeBase64url, encodeBase64url } from '../../../shared/base64url.js'
import { asciiBytes } from '../../../shared/pow.js'
import { err, ok, type Result } from '../../../shared/result.js'
import { sha256 } from '../../../shared/sha256.js'
import { EVIDENCE_TYPE } from '../../../shared/wire/evidence.js'
import { checkShape, type Field, required } from '../check-shape.js'
import { decodeUtf8, parseJson } from '../parse-json.js'
import type { Rejection } from '../rejection.js'

/** A public device key: P-256, nothing else, and never a private part. */
export interface DeviceJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
}

interface EvidenceHeader {
  readonly alg: 'ES256'
  readonly typ: typeof EVIDENCE_TYPE
  readonly jwk: DeviceJwk
}

/** The parts of a compact JWS whose header is one that we make. The signature is not checked yet. */
export interface EvidenceJws {
  readonly compact: string
  readonly jwk: DeviceJwk
  /** RFC 7638. */
  readonly thumbprint: string
  readonly payload: Uint8Array
}

const is = (expected: string): Field => required((value) => value === expected)
/** Exactly 32 bytes in their one encoding. Whether the point is on the curve, the import of the key will say. */
const coordinate = required((value) => {
  if (typeof value !== 'string' || value.length !== 43) return false
  return decodeBase64url(value).ok
})

// No room for `alg: none`, HMAC, `kid`, `jku`, `x5u`, `crit`, or anything that RFC 8725 warns of: a header is exactly this.
const headerFields = { alg: is('ES256'), typ: is(EVIDENCE_TYPE), jwk: required((value) => typeof value === 'object') }
const keyFields = { kty: is('EC'), crv: is('P-256'), x: coordinate, y: coordinate }

const fieldOf = (rejection: Rejection): string => ('field' in rejection ? rejection.field : rejection.reason)

function parseHeader(bytes: Uint8Array): Result<DeviceJwk, Rejection> {
  const text = decodeUtf8(bytes)
  const json = text.ok ? parseJson(text.value) : text
  if (!json.ok) return err({ reason: 'evidence-malformed' })
  const header = checkShape<EvidenceHeader>(json.value, headerFields, 'header')
  if (!header.ok) return err({ reason: 'evidence-header', field: fieldOf(header.error) })
  const key = checkShape<DeviceJwk>(header.value.jwk, keyFields, 'jwk')
  return key.ok ? key : err({ reason: 'evidence-key', field: fieldOf(key.error) })
}

/** RFC 7638 §3: SHA-256 of the required members in lexicographic order, without white space. */
export function thumbprintOf({ crv, kty, x, y }: DeviceJwk): string {
  const canonical = `{"crv":"${crv}","kty":"${kty}","x":"${x}","y":"${y}"}`
  return encodeBase64url(sha256(asciiBytes(canonical)))
}

export function parseEvidenceJws(compact: string): Result<EvidenceJws, Rejection> {
  const parts = compact.split('.')
  const [header, payload, signature] = parts.map((part) => decodeBase64url(part))
  if (parts.length !== 3 || !header?.ok || !payload?.ok || !signature?.ok) return err({ reason: 'evidence-malformed' })
  const jwk = parseHeader(header.value)
  if (!jwk.ok) return jwk
  return ok({ compact, jwk: jwk.value, thumbprint: thumbprintOf(jwk.value), payload: payload.value })
}
