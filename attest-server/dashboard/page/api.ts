import type { FieldProblem, Problem } from '../wire/problem.js'
import type { RuleAlarm } from '../wire/rules.js'
import { BASE } from './router.js'

/** Why the server did not do what was asked, or that it could not be asked. */
export class ApiError extends Error {
  readonly status: number
  /** Stable; `unreachable` where no answer came, `unexpected` where it was not one of ours. */
  readonly code: string
  readonly fields: readonly FieldProblem[]
  /** Seconds after which another try makes sense. */
  readonly retryAfter: number | undefined
  /** The rule would block a large share, and was not saved. */
  readonly alarm: RuleAlarm | undefined

  constructor(
    message: string,
    about: { status: number; code: string; fields?: readonly FieldProblem[]; retryAfter?: number; alarm?: RuleAlarm },
  ) {
    super(message)
    this.status = about.status
    this.code = about.code
    this.fields = about.fields ?? []
    this.retryAfter = about.retryAfter
    this.alarm = about.alarm
  }
}

export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError('The server did not answer. It may be restarting, or the network is away.', { status: 0, code: 'unreachable' })

/** Nobody is logged in any more: the shell shows the log-in in the place of whatever was asked for. */
export const signedOut = new EventTarget()

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * Asks the server, by the session's cookie.
 *
 * @param path below `/dashboard/api`, encoded
 * @param body is sent as JSON: what the server takes from nobody's plain form
 * @returns what it answered; undefined for an answer without a body
 * @throws {ApiError}
 */
export async function ask<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`${BASE}/api${path}`, {
    method,
    credentials: 'same-origin',
    redirect: 'error',
    headers: { accept: 'application/json', ...(method !== 'GET' && { 'content-type': 'application/json' }) },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw toApiError(error)
  })
  if (response.status === 204) return undefined as T
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as T
  if (response.status === 401 && !isEntrance(path)) signedOut.dispatchEvent(new Event('out'))
  throw readFault(response.status, answer)
}

/** Here a 401 says that nobody is in yet, not that somebody is out. */
const isEntrance = (path: string): boolean => path === '/me' || path.startsWith('/login/')

/** @param answer whatever came with the status: a problem of ours, a rule's alarm, or what a proxy says */
export function readFault(status: number, answer: unknown): ApiError {
  const { code, title, detail, message, fields, retryAfter } = (answer ?? {}) as Partial<Problem & RuleAlarm>
  const text = detail ?? message ?? title ?? `The server answered with status ${status}.`
  const alarm = (code as string | undefined) === 'CONFIRMATION_NEEDED' ? (answer as RuleAlarm) : undefined
  return new ApiError(text, {
    status,
    code: code ?? 'unexpected',
    ...(fields && { fields }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(alarm && { alarm }),
  })
}

/** The address of something of a project's. */
export const ofProject = (project: string, ...parts: readonly string[]): string =>
  ['/projects', project, ...parts].map((part, i) => (i === 0 ? part : encodeURIComponent(part))).join('/')
