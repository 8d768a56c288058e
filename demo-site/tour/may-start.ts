import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { DemoEnv } from '../demo-env.js'
import { isLoopbackOrigin } from '../is-loopback-origin.js'

/** Headers of proxies that name themselves: who comes through one is not at this machine, whatever the address that it comes from. */
const PROXIED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request was made at this machine, by its name: a page elsewhere whose name was made to lead here has another (DNS rebinding). */
export function isAtThisMachine(c: Context<DemoEnv>): boolean {
  return isLoopbackOrigin(`http://${c.req.header('host') ?? ''}`) && PROXIED.every((name) => c.req.header(name) === undefined)
}

/** Whether a page elsewhere asks, whose browser says so: there are few seats before the stage. */
const isFromElsewhere = (c: Context<DemoEnv>): boolean => /^(cross|same)-site$/.test(c.req.header('sec-fetch-site') ?? '')

/** Whether a request may look on. */
export const mayLookOn = (c: Context<DemoEnv>): boolean => isAtThisMachine(c) && !isFromElsewhere(c)

/**
 * Whether a request may start and end processes here. It must come from a page of this very origin, which browsers say of themselves and no
 * page can change, and carry the token that only such a page can read.
 *
 * @returns why not; undefined where it may
 */
export function refusalOf(c: Context<DemoEnv>, token: string): string | undefined {
  if (!isAtThisMachine(c)) return 'not-this-machine'
  if (c.req.header('origin') !== `http://${c.req.header('host')}` || isFromElsewhere(c)) return 'other-origin'
  // A form cannot say it: a browser asks first before a page elsewhere sends it (CORS).
  if (c.req.header('content-type') !== 'application/json') return 'not-json'
  return isSame(c.req.header('tour-token') ?? '', token) ? undefined : 'wrong-token'
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token))
