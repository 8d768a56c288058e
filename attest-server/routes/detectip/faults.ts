import { z } from 'zod'
import type { FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

const answers: Readonly<Record<FaultCode, readonly [status: number, error: string]>> = {
  unauthorized: [401, 'Missing, invalid or revoked key.'],
  forbidden: [403, 'Not allowed.'],
  'not-found': [404, 'Not found.'],
  'method-not-allowed': [405, 'Method not allowed.'],
  conflict: [409, 'Conflict.'],
  malformed: [400, 'The request cannot be read.'],
  invalid: [400, 'The request is not what this takes.'],
  'too-large': [413, 'The body is too large.'],
  'unsupported-media-type': [415, 'This type of body is not taken.'],
  'rate-limited': [429, 'Too many requests.'],
  'quota-exceeded': [402, 'The monthly quota is used up.'],
  'payment-required': [402, 'The plan does not cover this.'],
  unavailable: [503, 'Try again shortly.'],
  internal: [500, 'Something went wrong.'],
}

export const detectipFaultSchema = z.object({ error: z.string() }).meta({ id: 'DetectipFault' })

/** `{error}`; 402 for a month that is used up (DIP-14). */
export const detectipFault: FaultResponse = ({ code, detail, fields = [], retryAfter }) => {
  const [status, error] = answers[code]
  const told = fields.map(({ path, message }) => `${path}: ${message}`).join('; ')
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return Response.json({ error: detail ?? (told === '' ? error : told) }, { status, headers })
}
