import type { MiddlewareHandler } from 'hono'
import type { Ms } from '../../../shared/units.js'
import { makeId, type Random } from '../../core/ids.js'
import type { AppEnv } from './env.js'
import type { Log } from './log.js'
import { setSecurityHeaders } from './security-headers.js'

/** What is known of a request once it has been answered. */
export interface AnsweredRequest {
  readonly id: string
  /** The route's pattern; `none` where there is none. */
  readonly route: string
  readonly method: string
  readonly status: number
  /** From its coming to its answer. */
  readonly ms: Ms
  /** Of that, before its turn came. */
  readonly waited: Ms
}

export interface ObserveOptions {
  readonly log: Log
  readonly random: Random
  /** Milliseconds, of any origin. */
  readonly stopwatch: () => Ms
  readonly answered: (request: AnsweredRequest) => void
}

/** What others may name a request, which the log repeats: a UUID, 32 hexadecimal digits. No address, token or secret key of ours has so few letters, or these alone. */
const REQUEST_ID = /^[\w-]{1,40}$/

/** What asks for these asks every few seconds; that all is well is no news. */
const PROBES: readonly string[] = ['/healthz', '/readyz']

const requestIdOf = (given: string | undefined, random: Random): string =>
  given !== undefined && REQUEST_ID.test(given) ? given : makeId(random)

/**
 * Gives every request an id, its own if it came with a sane one, and a line in the log, with the route's pattern in place of its address; and every
 * answer what all of them say. One middleware: each costs a request three promises.
 */
export function observeRequests({ log, random, stopwatch, answered }: ObserveOptions): MiddlewareHandler<AppEnv> {
  return async function observeRequest(c, next) {
    const waited = c.env?.wait?.ms ?? 0
    const started = stopwatch() - waited
    c.set('requestId', requestIdOf(c.req.header('x-request-id'), random))
    c.set('route', 'none')
    c.set('reason', '')
    await next()
    if (!c.get('isWhole')) {
      setSecurityHeaders(c.res.headers)
      c.res.headers.set('X-Request-Id', c.get('requestId'))
    }
    const reason = c.get('reason')
    const request = { method: c.req.method.slice(0, 8), route: c.get('route'), status: c.res.status }
    const ms = stopwatch() - started
    answered({ id: c.get('requestId'), ...request, ms, waited })
    if (PROBES.includes(c.get('route')) && c.res.ok) return
    log.info('request', {
      request: c.get('requestId'),
      ...request,
      ms: Math.round(ms * 10) / 10,
      ...(reason === '' ? {} : { reason }),
      ...(c.get('identity') === undefined ? {} : { identity: c.get('identity') }),
    })
  }
}
