import { err, ok, type Result } from '../../../shared/result.js'
import type { AttestRequest, EvidenceClaims } from '../../../shared/wire/evidence.js'
import { MOST_REVEALED, type Revealed } from '../../../shared/wire/reveal.js'
import { checkShape, isText, optional, required } from '../check-shape.js'
import { decodeUtf8, parseJson } from '../parse-json.js'
import type { Rejection } from '../rejection.js'
import { checkClaims } from './claims.js'
import { type EvidenceJws, parseEvidenceJws } from './evidence-jws.js'

/** A body that has the right shape. What its evidence says is not read yet. */
export interface ReadRequest {
  readonly challenge: string
  /** The evidence, to the letter. */
  readonly text: string
  /** Undefined where it is signed. */
  readonly unsigned: object | undefined
  /** Undefined in the first request for a verdict. */
  readonly shown: Revealed | undefined
}

/** What evidence says. Nothing in it is believed yet. */
export interface ParsedEvidence {
  readonly claims: EvidenceClaims
  /** Undefined where the page had no `crypto.subtle` to sign with. */
  readonly jws: EvidenceJws | undefined
}

/** Longer than any is. */
const LONGEST_SLICE = 512
const LONGEST_PATH = 4096

/** Our own challenges take about 400 characters, and our questions for slices as many. */
const token = isText(1024)
const slices = (value: unknown): boolean => Array.isArray(value) && value.length <= MOST_REVEALED && value.every(isText(LONGEST_SLICE))
/** Empty where all slices are shown. */
const path = (value: unknown): boolean => value === '' || isText(LONGEST_PATH)(value)
const common = { challenge: required(token), reveal: optional(token), slices: optional(slices), path: optional(path) }
const withEvidence = { ...common, evidence: required(isText(8192)) }
const withClaims = { ...common, unsigned: required((value) => typeof value === 'object' && value !== null) }

const isUnsigned = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, 'unsigned')

/** Claims as any build says them, in the wire's plain form. */
export type ReadClaims = (claims: unknown) => Result<unknown, Rejection>

/** Reads the body of `POST /v1/attest` down to the evidence. */
export function checkAttestRequest(body: Uint8Array): Result<ReadRequest, Rejection> {
  const text = decodeUtf8(body)
  if (!text.ok) return text
  const json = parseJson(text.value)
  if (!json.ok) return json
  return isUnsigned(json.value) ? readUnsigned(json.value) : readSigned(json.value)
}

/** What a second request has, it has all of. */
function shownIn({ reveal, slices, path }: AttestRequest): Result<Revealed | undefined, Rejection> {
  if (reveal === undefined && slices === undefined && path === undefined) return ok(undefined)
  if (reveal === undefined) return err({ reason: 'field-malformed', field: 'request.reveal' })
  if (slices === undefined) return err({ reason: 'field-malformed', field: 'request.slices' })
  return path === undefined ? err({ reason: 'field-malformed', field: 'request.path' }) : ok({ reveal, slices, path })
}

function readSigned(value: unknown): Result<ReadRequest, Rejection> {
  const request = checkShape<Extract<AttestRequest, { evidence: string }>>(value, withEvidence, 'request')
  if (!request.ok) return request
  const shown = shownIn(request.value)
  if (!shown.ok) return shown
  const { challenge, evidence: text } = request.value
  return ok({ challenge, text, unsigned: undefined, shown: shown.value })
}

function readUnsigned(value: unknown): Result<ReadRequest, Rejection> {
  const request = checkShape<Extract<AttestRequest, { unsigned: EvidenceClaims }>>(value, withClaims, 'request')
  if (!request.ok) return request
  const shown = shownIn(request.value)
  if (!shown.ok) return shown
  const { challenge, unsigned } = request.value
  return ok({ challenge, text: JSON.stringify(unsigned), unsigned, shown: shown.value })
}

/** Reads evidence down to the claims; signatures come later. */
export function parseEvidence({ text, unsigned }: ReadRequest, read: ReadClaims = ok): Result<ParsedEvidence, Rejection> {
  if (unsigned) return withJws(undefined, unsigned, read)
  const jws = parseEvidenceJws(text)
  if (!jws.ok) return jws
  const payload = decodeUtf8(jws.value.payload)
  const json = payload.ok ? parseJson(payload.value) : payload
  return json.ok ? withJws(jws.value, json.value, read) : err({ reason: 'evidence-malformed' })
}

function withJws(jws: EvidenceJws | undefined, value: unknown, read: ReadClaims): Result<ParsedEvidence, Rejection> {
  const plain = read(value)
  const claims = plain.ok ? checkClaims(plain.value) : plain
  return claims.ok ? ok({ claims: claims.value, jws }) : claims
}
