import { type ProblemCode, problem } from '../../../shared/wire/problem.js'

/** RFC 9457 `application/problem+json`. @param detail coarse: what a caller can mend. */
export function problemResponse(code: ProblemCode, detail?: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = problem(code, detail)
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}
