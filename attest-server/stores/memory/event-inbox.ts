import { fromAfter, takeInTurns } from '../fairness/take-in-turns.js'
import { type ClaimedEvent, EVENT_OVERHEAD, type EventBatch, type EventInbox, INBOX_SHARE, type StoreLimits } from '../ports.js'
import { REQUEST_ID_RETENTION } from '../retention.js'
import { type Erasable, keyOf, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Known {
  readonly projectId: string
  readonly session: string
  readonly requestId?: string
  readonly until: number
}

type Waiting = ClaimedEvent & { readonly leasedUntil: number }

export interface MemoryEventInbox extends EventInbox, Prunable, Erasable {
  /** Of this session, and of no other of the project. */
  requestIds(projectId: string, session: string): readonly string[]
}

const weightOf = (events: readonly { readonly body: string }[]): number =>
  events.reduce((sum, { body }) => sum + Buffer.byteLength(body) + EVENT_OVERHEAD, 0)

export function createMemoryEventInbox(limits: Pick<StoreLimits, 'waiting' | 'requestIds'>): MemoryEventInbox {
  const waiting = new Map<number, Waiting>()
  const seen = new Map<string, Known>()
  const contacts = new Map<string, Known>()
  let lastId = 0
  let last = ''

  function sessionOf({ projectId, session, freshSession, idempotencyKey }: EventBatch, until: number): string {
    if (session !== undefined || idempotencyKey === undefined) return session ?? freshSession
    const key = keyOf(projectId, idempotencyKey)
    const contact = contacts.get(key) ?? { projectId, session: freshSession, until }
    contacts.set(key, contact)
    return contact.session
  }

  const isOf = (projectId: string, session: string) => (known: { projectId: string; session: string }) =>
    known.projectId === projectId && known.session === session

  return {
    async append(batch, now) {
      const { projectId, events } = batch
      const own = [...waiting.values()].filter((event) => event.projectId === projectId)
      const others = [...waiting.values()].filter((event) => event.projectId !== projectId)
      if (weightOf([...own, ...events]) > (limits.waiting - weightOf(others)) * INBOX_SHARE) return 'full'
      const until = now + REQUEST_ID_RETENTION
      const session = sessionOf(batch, until)
      let accepted = 0
      for (const { requestId, body } of events) {
        const key = keyOf(projectId, session, requestId)
        if (seen.has(key)) continue
        seen.set(key, { projectId, session, requestId, until })
        const id = ++lastId
        waiting.set(id, { id, projectId, session, requestId, body, receivedAt: now, attempts: 0, leasedUntil: 0 })
        accepted++
      }
      return { session, accepted, duplicates: events.length - accepted }
    },
    async claim(most, now, until) {
      const events: ClaimedEvent[] = []
      const projects = new Set([...waiting.values()].map(({ projectId }) => projectId))
      last =
        takeInTurns(fromAfter([...projects], last), most, (projectId, share) => {
          const free = [...waiting.values()].filter((event) => event.projectId === projectId && event.leasedUntil <= now).slice(0, share)
          for (const { leasedUntil: _, ...event } of free) {
            const claimed = { ...event, attempts: event.attempts + 1 }
            waiting.set(event.id, { ...claimed, leasedUntil: until })
            events.push(claimed)
          }
          return free.length
        }) ?? last
      return events.sort((a, b) => a.id - b.id)
    },
    async done(ids) {
      for (const id of ids) waiting.delete(id)
    },
    waiting: async () => weightOf([...waiting.values()]),
    requestIds(projectId, session) {
      const own = [...seen.values()].filter((known) => known.projectId === projectId)
      const others = new Set(own.filter((known) => known.session !== session).map(({ requestId }) => requestId))
      return own.flatMap(({ session: whose, requestId = '' }) => (whose === session && !others.has(requestId) ? [requestId] : []))
    },
    erase: (projectId, session) =>
      pruneMap(waiting, isOf(projectId, session)) + pruneMap(seen, isOf(projectId, session)) + pruneMap(contacts, isOf(projectId, session)),
    prune: (now) =>
      [seen, contacts].reduce(
        (sum, map) =>
          sum +
          pruneMap(map, ({ until }) => until <= now) +
          pruneSurplus(
            map,
            limits.requestIds,
            ({ until }) => until,
            ({ projectId }) => projectId,
          ),
        0,
      ),
  }
}
