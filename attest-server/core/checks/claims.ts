import { err, type Result } from '../../../shared/result.js'
import { EVIDENCE_VERSION, type EvidenceClaims } from '../../../shared/wire/evidence.js'
import { PAYLOAD } from '../../../shared/wire/payload.js'
import { checkShape, type Fields, isInteger, isNumber, isText, optional, required } from '../check-shape.js'
import { isId, isPageAction } from '../ids.js'
import type { Rejection } from '../rejection.js'

/** More than any collector sends: how many exactly, its card says. */
const MOST_OBSERVATIONS = 160
const MOST_COUNTS = 64
const LATEST = 253_402_300_799

const letters = (most: number) => required((value) => typeof value === 'string' && value.length <= most && /^[\w-]*$/.test(value))
const counts = required(
  (value) => Array.isArray(value) && value.length <= MOST_COUNTS && value.every(isInteger(0, Number.MAX_SAFE_INTEGER)),
)

const fields: Fields<EvidenceClaims> = {
  v: required(isInteger(0, 1000)),
  eat_nonce: required(isId),
  iat: required(isNumber(0, LATEST)),
  origin: required(isText(256)),
  action: required(isPageAction),
  seq: required(isInteger(0, 1_000_000)),
  build: required(isText(64)),
  pow: required(isText(512)),
  tells: letters(MOST_OBSERVATIONS),
  features: letters(2 * MOST_OBSERVATIONS),
  tally: counts,
  card: required(isText(64)),
  llr: required(isNumber(-1000, 1000)),
  payload: optional((value) => typeof value === 'string' && PAYLOAD.test(value)),
  trace: optional((value) => typeof value === 'string' && /^[\w-]{1,400}$/.test(value)),
}

/** The shape of the claims: names, types and bounds. What stands in the observations is checked with the lists that give them meaning. */
export function checkClaims(value: unknown): Result<EvidenceClaims, Rejection> {
  const claims = checkShape<EvidenceClaims>(value, fields, 'claims')
  if (claims.ok && claims.value.v !== EVIDENCE_VERSION) return err({ reason: 'evidence-version' })
  return claims
}
