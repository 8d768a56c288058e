import { z } from 'zod'
import type { Fault, FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

/** YEB-14. */
const faults: Readonly<Record<FaultCode, readonly [status: number, error: string]>> = {
  unauthorized: [401, 'Missing or wrong API key'],
  forbidden: [403, 'This API key may not do this'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  conflict: [409, 'Conflict'],
  malformed: [400, 'The request could not be read'],
  invalid: [400, 'The request is not what this endpoint takes'],
  'too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'Send application/json or a form'],
  'rate-limited': [429, 'Too many requests'],
  'quota-exceeded': [429, 'The quota is used up'],
  'payment-required': [402, 'The credits are used up'],
  unavailable: [503, 'Try again later'],
  internal: [500, 'Internal error'],
}

export const crawlersFaultSchema = z
  .object({ error: z.string(), code: z.int().min(400).max(599).meta({ description: 'The status.' }) })
  .meta({ id: 'CrawlersFault' })

/** `{"error": "…", "code": 422}`, where `code` is a number. */
export function crawlersError(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ error, code: status }, { status, headers })
}

const detailOf = ({ detail, fields = [] }: Fault): string | undefined =>
  detail ??
  (fields.length === 0 ? undefined : fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '))

export const crawlersFault: FaultResponse = (fault) => {
  const [status, error] = faults[fault.code]
  const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) }
  return crawlersError(status, detailOf(fault) ?? error, headers)
}
