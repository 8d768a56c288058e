import type { ProblemCode } from '../../../shared/wire/problem.js'
import type { Fault, FaultCode } from '../../core/fault.js'
import type { FaultResponse } from './fault-response.js'
import { problemResponse } from './problem-response.js'

const codes: Readonly<Record<FaultCode, ProblemCode>> = {
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  'not-found': 'not-found',
  'method-not-allowed': 'method-not-allowed',
  conflict: 'conflict',
  malformed: 'malformed-request',
  invalid: 'malformed-request',
  'too-large': 'request-too-large',
  'unsupported-media-type': 'unsupported-media-type',
  'rate-limited': 'rate-limited',
  'quota-exceeded': 'rate-limited',
  'payment-required': 'payment-required',
  unavailable: 'unavailable',
  internal: 'internal-error',
}

function detailOf({ detail, fields = [] }: Fault): string | undefined {
  if (detail !== undefined || fields.length === 0) return detail
  return fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
}

/** What a fault is on the wire. */
export const problemOf = (fault: Fault): readonly [ProblemCode, detail: string | undefined] => [codes[fault.code], detailOf(fault)]

/** After how long another try makes sense, where that is known. */
export const retryHeaders = ({ retryAfter }: Fault): Readonly<Record<string, string>> =>
  retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }

/** Faults in our own words, RFC 9457: of every surface that has no others. */
export const problemFault: FaultResponse = (fault) => problemResponse(...problemOf(fault), retryHeaders(fault))
