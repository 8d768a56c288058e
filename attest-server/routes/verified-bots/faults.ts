import { z } from 'zod'
import type { FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

/** BOT-80: what Botect documents, and for what it does not, words of the same kind. */
const faults: Readonly<Record<FaultCode, readonly [status: number, code: string, message: string]>> = {
  unauthorized: [401, 'UNAUTHENTICATED', 'A valid account token or private key is needed.'],
  forbidden: [403, 'FEATURE_NOT_AVAILABLE', 'This is not in the plan.'],
  'not-found': [404, 'NOT_FOUND', 'There is nothing here.'],
  'method-not-allowed': [405, 'METHOD_NOT_ALLOWED', 'This address takes another method.'],
  conflict: [409, 'CONFLICT', 'This does not fit what is there.'],
  malformed: [422, 'INVALID_PAYLOAD', 'The request could not be read.'],
  invalid: [422, 'INVALID_PAYLOAD', 'The request is not what this endpoint takes.'],
  'too-large': [422, 'INVALID_PAYLOAD', 'The request is too large.'],
  'unsupported-media-type': [415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON.'],
  'rate-limited': [429, 'RATE_LIMITED', 'Too many requests.'],
  'quota-exceeded': [429, 'RATE_LIMITED', 'The quota is used up.'],
  'payment-required': [402, 'NO_ACTIVE_SUBSCRIPTION', 'The subscription has ended.'],
  unavailable: [503, 'UNAVAILABLE', 'Try again later.'],
  internal: [500, 'INTERNAL', 'Something went wrong here.'],
}

export const exportFaultSchema = z
  .object({ error: z.string(), message: z.string(), code: z.string(), retry_after: z.int().optional() })
  .meta({ id: 'VerifiedBotsFault' })

/** `{error, message, code, retry_after?}` */
export const exportFault: FaultResponse = ({ code, detail, retryAfter }) => {
  const [status, name, message] = faults[code]
  const body = { error: name.toLowerCase(), message: detail ?? message, code: name }
  if (retryAfter === undefined) return Response.json(body, { status })
  return Response.json({ ...body, retry_after: retryAfter }, { status, headers: { 'Retry-After': String(retryAfter) } })
}
