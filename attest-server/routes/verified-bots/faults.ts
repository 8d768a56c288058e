import { z } from 'zod'
import type { FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

/** BOT-80: what Botect documents, and for what it does not, words of the same kind. */
const faults: Readonly<Record<FaultCode, readonly [status: number, code: string, error: string, message: string]>> = {
  unauthorized: [401, 'UNAUTHENTICATED', 'Unauthenticated', 'An account’s token or a private key is needed.'],
  'payment-required': [402, 'NO_ACTIVE_SUBSCRIPTION', 'Payment Required', 'The account’s plan does not cover this.'],
  'quota-exceeded': [402, 'NO_ACTIVE_SUBSCRIPTION', 'Payment Required', 'What the plan covers is used up.'],
  forbidden: [403, 'FEATURE_NOT_AVAILABLE', 'Forbidden', 'This is not in the account’s plan.'],
  'not-found': [404, 'NOT_FOUND', 'Not Found', 'There is no such thing here.'],
  'method-not-allowed': [405, 'METHOD_NOT_ALLOWED', 'Method Not Allowed', 'This address takes other methods: see Allow.'],
  conflict: [409, 'CONFLICT', 'Conflict', 'This does not fit what is there.'],
  'too-large': [413, 'PAYLOAD_TOO_LARGE', 'Payload Too Large', 'The body is too large.'],
  'unsupported-media-type': [415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported Media Type', 'The body must be application/json in UTF-8.'],
  malformed: [422, 'INVALID_PAYLOAD', 'Unprocessable Content', 'The body is not JSON.'],
  invalid: [422, 'INVALID_PAYLOAD', 'Unprocessable Content', 'The request is not what this takes.'],
  'rate-limited': [429, 'RATE_LIMITED', 'Too Many Requests', 'Too many requests.'],
  internal: [500, 'INTERNAL_ERROR', 'Internal Server Error', 'Something went wrong.'],
  unavailable: [503, 'SERVICE_UNAVAILABLE', 'Service Unavailable', 'The store does not answer.'],
}

export const exportFaultSchema = z
  .object({ error: z.string(), message: z.string(), code: z.string(), retry_after: z.int().optional() })
  .meta({ id: 'VerifiedBotsFault' })

/** `{error, message, code, retry_after?}` */
export const exportFault: FaultResponse = ({ code, detail, retryAfter }) => {
  const [status, name, error, message] = faults[code]
  const body = { error, message: detail ?? message, code: name }
  if (retryAfter === undefined) return Response.json(body, { status })
  return Response.json({ ...body, retry_after: retryAfter }, { status, headers: { 'Retry-After': String(retryAfter) } })
}
