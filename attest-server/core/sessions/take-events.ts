import type { EpochSeconds } from '../../../shared/units.js'
import type { EventInbox, Receipt } from '../../stores/ports.js'
import { makeSession, type Random } from '../ids.js'
import { writeBody } from './state/inbox-body.js'
import type { SeenRequest } from './state/session-state.js'
import type { Payload } from './state/session-sums.js'

export interface PostedEvent {
  readonly requestId: string
  readonly payload: Payload
}

export interface PostedBatch {
  readonly projectId: string
  /** Undefined on first contact. */
  readonly session: string | undefined
  readonly idempotencyKey: string | undefined
  readonly events: readonly PostedEvent[]
  /** Of the request that brought it, where that is the visitor's own. */
  readonly request?: SeenRequest
}

export interface TakeEventsDeps {
  readonly inbox: EventInbox
  readonly random: Random
}

/** Keeps a batch until it is scored. @returns when it is on disk; `full` when too much waits already and nothing of it was taken. */
export function takeEvents(batch: PostedBatch, { inbox, random }: TakeEventsDeps, now: EpochSeconds): Promise<Receipt | 'full'> {
  const { projectId, session, idempotencyKey, request } = batch
  const events = batch.events.map(({ requestId, payload }, i) => ({
    requestId,
    body: writeBody(payload, i === 0 ? request : undefined),
  }))
  return inbox.append({ projectId, session, freshSession: makeSession(random), idempotencyKey, events }, now)
}

/**
 * Whether a page's id belongs to this session: the first that names it has it, for a day. One that a cache hands to a second visitor must
 * not bring its events to the first (BOT-83). The colon keeps such names apart from clients' own keys.
 */
export async function claimPage(
  [projectId, session]: readonly [string, string],
  pageId: string,
  { inbox }: Pick<TakeEventsDeps, 'inbox'>,
  now: EpochSeconds,
): Promise<'own' | 'foreign' | 'full'> {
  const receipt = await inbox.append(
    { projectId, session: undefined, freshSession: session, idempotencyKey: `page:${pageId}`, events: [] },
    now,
  )
  if (receipt === 'full') return 'full'
  return receipt.session === session ? 'own' : 'foreign'
}
