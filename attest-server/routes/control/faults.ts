import { z } from 'zod'
import type { Fault, FaultCode, FieldProblem } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'
import { MOST_SOURCE } from './rule-shapes.js'

type Bodies = Readonly<Record<FaultCode, readonly [status: number, code: string, error: string, message: string]>>

/** BOT-80: status, `code`, `error` in short and `message` in one sentence. A `code` never changes. */
const bodies: Bodies = {
  unauthorized: [401, 'UNAUTHENTICATED', 'Unauthenticated', 'The key or token is missing, not known, or not meant for this.'],
  'payment-required': [402, 'NO_ACTIVE_SUBSCRIPTION', 'Payment Required', 'The account’s plan does not cover this.'],
  'quota-exceeded': [402, 'NO_ACTIVE_SUBSCRIPTION', 'Payment Required', 'What the plan covers is used up.'],
  forbidden: [403, 'FORBIDDEN', 'Forbidden', 'The token may not do this.'],
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

/** As far as the longest expression that a body may hold. */
const units = z.int().min(0).max(MOST_SOURCE)
const place = z
  .int()
  .min(1)
  .max(MOST_SOURCE + 1)
const position = z
  .object({ offset: units, length: units, line: place, column: place })
  .meta({ examples: [{ offset: 18, length: 6, line: 2, column: 3 }] })

export const controlFaultSchema = z
  .object({
    error: z.string(),
    message: z.string(),
    code: z.string().meta({ description: 'Stable: branch on this.' }),
    details: z
      .array(
        z.object({
          path: z.string().meta({ description: 'The field, `expression`; empty for the whole.' }),
          message: z.string(),
          at: position.optional().meta({ description: 'Of a rule’s expression: in UTF-16 code units; line and column from 1.' }),
          suggestion: z.string().optional().meta({ description: 'What was probably meant.' }),
        }),
      )
      .optional(),
    retry_after: z.number().min(0).optional().meta({ description: 'Seconds.' }),
  })
  .meta({ id: 'ControlFault' })

const sentence = ({ path, message }: FieldProblem): string => (path === '' ? message : `${path}: ${message}`)

function say({ code, detail, fields, retryAfter }: Fault, words: Bodies): Response {
  const [status, name, error, message] = words[code]
  const body = {
    error,
    message: detail ?? (fields?.[0] ? sentence(fields[0]) : message),
    code: name,
    ...(fields ? { details: fields } : {}),
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
  }
  return Response.json(body, { status, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) } })
}

/** Also the words of the data plane, which speaks the same language. */
export const controlFault: FaultResponse = (fault) => say(fault, bodies)

const NOT_IN_PLAN = [403, 'FEATURE_NOT_AVAILABLE', 'Forbidden', 'This is not in the account’s plan.'] as const

/** Where a plan decides what is forbidden (BOT-77). */
export const planFault: FaultResponse = (fault) => say(fault, { ...bodies, forbidden: NOT_IN_PLAN })
