import { err, ok, type Result } from '../../../shared/result.js'
import type { AttestRequest, EvidenceClaims } from '../../../shared/wire/evidence.js'
import { checkShape, isText, required } from '../check-shape.js'
import { decodeUtf8, parseJson } from '../parse-json.js'
import type { Rejection } from '../rejection.js'
import { checkClaims } from './claims.js'
import { type EvidenceJws, parseEvidenceJws } from './evidence-jws.js'

/** A body that has the right shape. Nothing in it is believed yet. */
export interface ParsedAttest {
  readonly challenge: string
  readonly claims: EvidenceClaims
  /** Undefined where the page had no `crypto.subtle` to sign with. */
  readonly jws: EvidenceJws | undefined
}

/** Our own challenges take about 400 characters. */
const challenge = required(isText(1024))
const withEvidence = { challenge, evidence: required(isText(8192)) }
const withClaims = { challenge, unsigned: required((value) => typeof value === 'object' && value !== null) }

const isUnsigned = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, 'unsigned')

/** Claims as any build says them, in the wire's plain form. */
export type ReadClaims = (claims: unknown) => Result<unknown, Rejection>

/** Reads the body of `POST /v1/attest` down to the claims; signatures come later. */
export function checkAttestRequest(body: Uint8Array, read: ReadClaims = ok): Result<ParsedAttest, Rejection> {
  const text = decodeUtf8(body)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  return isUnsigned(json.value) ? parseUnsigned(json.value, read) : parseSigned(json.value, read)
}

function parseSigned(value: unknown, read: ReadClaims): Result<ParsedAttest, Rejection> {
  const request = checkShape<Extract<AttestRequest, { evidence: string }>>(value, withEvidence, 'request')
  if (!request.ok) return request
  const jws = parseEvidenceJws(request.value.evidence)
  if (!jws.ok) return jws
  const payload = decodeUtf8(jws.value.payload)
  const json = payload.ok ? parseJson(payload.value) : payload
  if (!json.ok) return err({ reason: 'evidence-malformed' })
  const claims = claimsIn(json.value, read)
  return claims.ok ? ok({ challenge: request.value.challenge, claims: claims.value, jws: jws.value }) : claims
}

function parseUnsigned(value: unknown, read: ReadClaims): Result<ParsedAttest, Rejection> {
  const request = checkShape<Extract<AttestRequest, { unsigned: EvidenceClaims }>>(value, withClaims, 'request')
  if (!request.ok) return request
  const claims = claimsIn(request.value.unsigned, read)
  return claims.ok ? ok({ challenge: request.value.challenge, claims: claims.value, jws: undefined }) : claims
}

function claimsIn(value: unknown, read: ReadClaims): Result<EvidenceClaims, Rejection> {
  const plain = read(value)
  return plain.ok ? checkClaims(plain.value) : plain
}
