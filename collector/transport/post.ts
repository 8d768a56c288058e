import { ok, type Result } from '../../shared/result.js'
import type { Problem } from '../../shared/wire/problem.js'
import { type Failure, failure } from '../attest/attestation.js'

const unavailable = failure('unavailable', true)

/** RFC 9457, read with suspicion: a proxy may have answered in the server's place. */
function failureOf(status: number, body: Partial<Problem> | null): Result<never, Failure> {
  if (typeof body?.code !== 'string') return status < 500 && status !== 429 ? failure('refused', false) : unavailable
  return failure(status < 500 ? 'refused' : 'unavailable', body.retry === true, body.code)
}

/**
 * Posts JSON without cookies and, as `fetch` sends text when nothing else is said, as `text/plain`: no CORS preflight. Never rejects.
 * @returns the answer if it is a challenge, a question or a verdict: the attest-server and nothing else has answered.
 */
export async function post<Answer>(url: string, body: object, signal: AbortSignal): Promise<Result<Answer, Failure>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      credentials: 'omit',
      signal,
    })
    const answer: Record<string, unknown> | null = await response.json().catch(() => null)
    if (signal.aborted) return failure('timeout', false)
    if (!response.ok) return failureOf(response.status, answer)
    return typeof (answer?.challenge ?? answer?.reveal ?? answer?.token) === 'string' ? ok(answer as unknown as Answer) : unavailable
  } catch {
    return signal.aborted ? failure('timeout', false) : failure('unreachable', true)
  }
}
