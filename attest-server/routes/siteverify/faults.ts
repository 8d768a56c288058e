import { z } from 'zod'
import type { Fault, FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/fault-response.js'

/** The originals answer 200 to whatever they could read; clients take other statuses for a service that is away. */
const statuses: Readonly<Record<FaultCode, number>> = {
  unauthorized: 200,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  malformed: 200,
  invalid: 200,
  'too-large': 413,
  'unsupported-media-type': 415,
  'rate-limited': 429,
  'quota-exceeded': 429,
  'payment-required': 402,
  unavailable: 503,
  internal: 500,
}

const codeOf = (code: FaultCode): string => {
  if (code === 'unauthorized') return 'invalid-input-secret'
  return code === 'internal' || code === 'unavailable' ? 'internal-error' : 'bad-request'
}

export const siteverifyFaultSchema = z
  .object({ success: z.literal(false), 'error-codes': z.array(z.string()) })
  .meta({ id: 'SiteverifyFault' })

/** One shape for all four paths: `{success: false, error-codes: […]}`. */
export const siteverifyFault: FaultResponse = ({ code, retryAfter }: Fault) => {
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return Response.json({ success: false, 'error-codes': [codeOf(code)] }, { status: statuses[code], headers })
}
