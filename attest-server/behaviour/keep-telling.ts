import { createKeptSessions } from '../core/behaviour/continuous/kept-sessions.js'
import type { Random } from '../core/ids.js'
import { openOutbound } from '../outbound/open-outbound.js'
import type { Log } from '../routes/http/log.js'
import type { Stores } from '../stores/ports.js'
import { keepDelivering } from '../webhooks/keep-delivering.js'

interface TellingParts {
  readonly settings: { readonly issuer: string; readonly behaviour: { readonly webhookLoopback: boolean } }
  readonly stores: Pick<Stores, 'outbox' | 'liveSessions'>
  readonly clock: () => number
  readonly random: Random
  readonly log: Log
  /** Those of the machine where there are none. */
  readonly nameServers: readonly string[]
}

/** Tells webhooks when verdicts change, for as long as the server runs. @returns what ends it. */
export function keepTelling({ settings, stores, clock, random, log, nameServers }: TellingParts): () => void {
  const sessions = createKeptSessions(stores.liveSessions, random)
  return keepDelivering({
    outbox: stores.outbox,
    send: openOutbound({ userAgent: `vouchsafe (+${settings.issuer})`, nameServers, loopback: settings.behaviour.webhookLoopback }),
    secretOf: async ({ projectId, session }) =>
      session === undefined ? undefined : (await sessions.webhookOf(projectId, session))?.secret,
    clock,
    log,
  })
}
