import type { EpochSeconds, Ms, Seconds } from '../../shared/units.js'
import type { OutboundLimits, Send } from '../core/outbound/ports.js'
import type { Log } from '../routes/http/log.js'
import type { ClaimedMessage, Outbox } from '../stores/ports.js'
import { signWebhook } from './sign-webhook.js'

export interface DeliverDeps {
  readonly outbox: Outbox
  readonly send: Send
  /** @returns undefined where the message's session is gone: nobody waits for it. */
  readonly secretOf: (message: ClaimedMessage) => Promise<string | undefined>
  readonly clock: () => EpochSeconds
  readonly log: Log
}

const LIMITS: OutboundLimits = { time: 10_000 as Ms, bytes: 65_536, redirects: 0 }
const GONE = 410

/** 10 s, 40 s, 160 s … 3 h: some 30 tries in the three days that an outbox keeps a message. */
export const retryAfter = (attempts: number): Seconds => Math.min(10 * 4 ** Math.min(attempts - 1, 10), 10_800)

/** Tries one message, once: it is done with, or is to be tried again. Rejects where the store does not answer: its lease runs out by itself. */
export async function deliverMessage(message: ClaimedMessage, { outbox, send, secretOf, clock, log }: DeliverDeps): Promise<void> {
  const secret = await secretOf(message)
  if (secret === undefined) return outbox.done(message.id, 'session gone', clock())
  const headers = {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-signature': signWebhook(message.body, secret, clock()),
  }
  const answer = await send({ method: 'POST', url: message.url, headers, body: new TextEncoder().encode(message.body), limits: LIMITS })
  const status = answer.ok ? answer.value.status : undefined
  if (status !== undefined && ((status >= 200 && status < 300) || status === GONE))
    return outbox.done(message.id, status === GONE ? 'gone' : 'delivered', clock())
  const reason = answer.ok ? `status ${status}` : answer.error.reason
  log.info('webhook-failed', { message: message.id, attempt: message.attempts, reason })
  await outbox.fail(message.id, clock() + retryAfter(message.attempts), reason, clock())
}
