/**
 * Errors on the wire: RFC 9457 `application/problem+json`. `code` is stable and is the last part of `type`; `detail` is coarse
 * on purpose: the browser does not learn which check of its evidence failed. `retry` says whether a new challenge can help.
 */
export interface Problem {
  readonly type: `urn:vouchsafe:problem:${ProblemCode}`
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail?: string
  readonly retry: boolean
}

export const problems = {
  'malformed-request': { status: 400, title: 'The request is not what this endpoint takes.', retry: false },
  unauthorized: { status: 401, title: 'The key is missing or not known.', retry: false },
  'payment-required': { status: 402, title: 'What this key may ask for is used up.', retry: false },
  forbidden: { status: 403, title: 'This key may not do that.', retry: false },
  'origin-not-allowed': { status: 403, title: 'This origin is not one of the project’s.', retry: false },
  'evidence-refused': { status: 403, title: 'The evidence was refused.', retry: true },
  'not-found': { status: 404, title: 'There is nothing here.', retry: false },
  'method-not-allowed': { status: 405, title: 'This method is not for this address.', retry: false },
  conflict: { status: 409, title: 'This does not fit what is there.', retry: false },
  'challenge-used': { status: 409, title: 'The challenge was redeemed before.', retry: true },
  'challenge-expired': { status: 410, title: 'The challenge has expired.', retry: true },
  'request-too-large': { status: 413, title: 'The request is too large.', retry: false },
  'unsupported-media-type': { status: 415, title: 'The body is of a type that this endpoint does not take.', retry: false },
  'too-early': { status: 425, title: 'Please wait a little longer.', retry: true },
  'rate-limited': { status: 429, title: 'Too many requests. Please come again later.', retry: true },
  'internal-error': { status: 500, title: 'Something went wrong here.', retry: true },
  unavailable: { status: 503, title: 'Not ready. Please try again.', retry: true },
} as const satisfies Record<string, { status: number; title: string; retry: boolean }>

export type ProblemCode = keyof typeof problems

export function problem(code: ProblemCode, detail?: string): Problem {
  return { type: `urn:vouchsafe:problem:${code}`, ...problems[code], code, ...(detail === undefined ? {} : { detail }) }
}
