import { z } from 'zod'
import type { Fault, FaultCode, FieldProblem } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

/** 400 for all that is invalid, and not FastAPI's 422: NBP-11. */
const answers: Readonly<Record<FaultCode, readonly [status: number, detail: string]>> = {
  unauthorized: [401, 'Invalid or missing API key'],
  forbidden: [403, 'Forbidden'],
  'not-found': [404, 'Not Found'],
  'method-not-allowed': [405, 'Method Not Allowed'],
  conflict: [409, 'Conflict'],
  malformed: [400, 'The body cannot be read.'],
  invalid: [400, 'Invalid request'],
  'too-large': [413, 'Request too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'rate-limited': [429, 'Rate limit exceeded'],
  'quota-exceeded': [429, 'Rate limit exceeded'],
  'payment-required': [402, 'Payment required'],
  unavailable: [503, 'Service unavailable'],
  internal: [500, 'Internal Server Error'],
}

const problem = z.object({
  loc: z.array(z.string()).meta({ description: 'Where: `query` or `body`, then the field.' }),
  msg: z.string(),
  type: z.string(),
})

export const requestsFaultSchema = z.object({ detail: z.union([z.string(), z.array(problem)]) }).meta({ id: 'RequestsFault' })

/** The frame names a query’s fields `query.…`, and a body’s by their own names. */
function locationOf(path: string): readonly string[] {
  if (path === '' || path === 'body') return ['body']
  return path.startsWith('query.') ? path.split('.') : ['body', ...path.split('.')]
}

const problemOf = ({ path, message }: FieldProblem): z.infer<typeof problem> => ({
  loc: [...locationOf(path)],
  msg: message,
  type: 'value_error',
})

/** `{"detail": …}`, as FastAPI says it: a text, or a list where fields are wrong. */
export const requestsFault: FaultResponse = ({ code, detail, fields = [], retryAfter }: Fault) => {
  const [status, otherwise] = answers[code]
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return Response.json({ detail: fields.length > 0 ? fields.map(problemOf) : (detail ?? otherwise) }, { status, headers })
}
