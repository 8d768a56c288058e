import { err, ok, type Result } from '../../../shared/result.js'
import type { OutboundFault, OutboundLimits, Send } from '../../core/outbound/ports.js'

/** `off`: nothing is fetched here. */
export type FetchFault = OutboundFault['reason'] | `status_${number}` | 'off'

/** Fetches a text. Never rejects; bounded in time and size. */
export type FetchText = (url: string) => Promise<Result<string, FetchFault>>

/** Apple's list, the largest, has some 600 KB; nobody waits for it. */
const LIMITS: OutboundLimits = { time: 20_000, bytes: 4 * 2 ** 20, redirects: 3 }

/** Some vendors' edges answer a client that asks for nothing in particular with a puzzle. */
const HEADERS = { accept: 'application/json, text/plain, text/csv, text/html' }

/** A vendor's list, by the one way out: a redirect to http, or to where no vendor is, is not followed, so that nobody on the way writes the list. */
export const createFetchText =
  (send: Send, limits: OutboundLimits = LIMITS): FetchText =>
  async (url) => {
    const answer = await send({ method: 'GET', url, headers: HEADERS, limits })
    if (!answer.ok) return err(answer.error.reason)
    const { status, body } = answer.value
    return status === 200 ? ok(new TextDecoder().decode(body)) : err(`status_${status}` as const)
  }
