import { z } from 'zod'
import type { Fault, FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

/** `code` never changes without a major version (BOT-80). */
const codes: Readonly<Record<FaultCode, readonly [status: number, code: string, message: string]>> = {
  unauthorized: [401, 'UNAUTHENTICATED', 'The key is missing or not known.'],
  forbidden: [403, 'FORBIDDEN', 'This is not allowed.'],
  'not-found': [404, 'NOT_FOUND', 'There is nothing here.'],
  'method-not-allowed': [405, 'METHOD_NOT_ALLOWED', 'This address does not take that method.'],
  conflict: [409, 'CONFLICT', 'This belongs to something else.'],
  malformed: [422, 'INVALID_PAYLOAD', 'The body cannot be read.'],
  invalid: [422, 'INVALID_PAYLOAD', 'The request is not what this takes.'],
  'too-large': [413, 'INVALID_PAYLOAD', 'The body is too large.'],
  'unsupported-media-type': [415, 'INVALID_PAYLOAD', 'Send application/json.'],
  'rate-limited': [429, 'RATE_LIMITED', 'Too many requests.'],
  'quota-exceeded': [402, 'NO_ACTIVE_SUBSCRIPTION', 'The plan is used up.'],
  'payment-required': [402, 'NO_ACTIVE_SUBSCRIPTION', 'The plan does not cover this.'],
  unavailable: [503, 'UNAVAILABLE', 'Try again shortly.'],
  internal: [500, 'INTERNAL', 'Something went wrong.'],
}

export const sessionsFaultSchema = z
  .object({
    error: z.string(),
    message: z.string().meta({ description: 'For people.' }),
    code: z.string().meta({ description: 'For programs: stable.' }),
    details: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    retry_after: z.number().optional().meta({ description: 'Seconds.' }),
  })
  .meta({ id: 'SessionsFault' })

/** `{error, message, code, details?, retry_after?}` (BOT-80). */
export const sessionsFault: FaultResponse = ({ code, detail, fields = [], retryAfter }: Fault) => {
  const [status, name, message] = codes[code]
  const body = {
    error: name.toLowerCase(),
    message: detail ?? message,
    code: name,
    ...(fields.length > 0 && { details: fields }),
    ...(retryAfter !== undefined && { retry_after: retryAfter }),
  }
  return Response.json(body, { status, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) } })
}
