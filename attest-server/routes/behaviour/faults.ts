import { z } from 'zod'
import type { FaultCode } from '../../core/fault.js'
import type { FaultResponse } from '../http/surface.js'

/** Status and words of each fault (LAB-05); a handler's `detail` is more exact. */
const faults: Readonly<Record<FaultCode, readonly [status: number, error: string]>> = {
  unauthorized: [401, 'invalid api key'],
  forbidden: [403, 'forbidden'],
  'not-found': [404, 'not found'],
  'method-not-allowed': [405, 'method not allowed'],
  conflict: [409, 'conflict'],
  malformed: [400, 'invalid json'],
  invalid: [400, 'invalid request'],
  'too-large': [413, 'request too large'],
  'unsupported-media-type': [415, 'unsupported media type'],
  'rate-limited': [429, 'Rate limit exceeded'],
  'quota-exceeded': [429, 'Rate limit exceeded'],
  'payment-required': [402, 'payment required'],
  unavailable: [503, 'unavailable'],
  internal: [500, 'internal error'],
}

/** What is wrong in a request is said in the frame's words, which are ours; of these, the surface has its own. */
const OWN_WORDS: readonly FaultCode[] = ['malformed', 'unsupported-media-type']

export const behaviourFaultSchema = z.object({ error: z.string() }).meta({ id: 'BehaviourFault' })

/** `{"error": "…"}` and nothing else. */
export const behaviourFault: FaultResponse = ({ code, detail, retryAfter }) => {
  const [status, error] = faults[code]
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
  return Response.json({ error: OWN_WORDS.includes(code) ? error : (detail ?? error) }, { status, headers })
}
