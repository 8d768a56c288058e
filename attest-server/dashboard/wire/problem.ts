/** Every answer under `/dashboard/api/` that is not 2xx: RFC 9457, `application/problem+json`. Branch on `code`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** As in `shared/wire/problem.ts`: `unauthorized`, `forbidden`, `not-found`, `conflict`, `malformed-request`, `rate-limited`, … */
  readonly code: string
  readonly detail?: string
  readonly retry: boolean
  /** What in the request is wrong; of a rule's expression each fault with its place. */
  readonly fields?: readonly FieldProblem[]
  /** Seconds. */
  readonly retryAfter?: number
}

export interface FieldProblem {
  /** `expression`; empty for the whole. */
  readonly path: string
  readonly message: string
  /** In UTF-16 code units; line and column from 1. */
  readonly at?: { readonly offset: number; readonly length: number; readonly line: number; readonly column: number }
  /** What was probably meant. */
  readonly suggestion?: string
}
