import { type ClaimedEvent, EVENT_OVERHEAD, type EventBatch, type EventInbox, type Receipt } from '../ports.js'
import { REQUEST_ID_RETENTION } from '../retention.js'
import type { Columns, Database } from './database.js'

const eventOf = ({ id, project_id, session, request_id, body, received_at, attempts }: Columns): ClaimedEvent => ({
  id: Number(id),
  projectId: String(project_id),
  session: String(session),
  requestId: String(request_id),
  body: String(body),
  receivedAt: Number(received_at),
  attempts: Number(attempts),
})

const CLAIM = `
  UPDATE inbox SET leased_until = ?3, attempts = attempts + 1
  WHERE id IN (SELECT id FROM inbox WHERE leased_until <= ?2 ORDER BY id LIMIT ?1)
  RETURNING *
`

/** @returns what says whose a batch is. On first contact the key decides, and is remembered. */
function prepareSessionOf(database: Database): (batch: EventBatch, until: number) => string {
  const find = database.prepare('SELECT session FROM inbox_contacts WHERE project_id = ? AND idempotency_key = ?')
  const remember = database.prepare('INSERT INTO inbox_contacts VALUES (?, ?, ?, ?)')
  return ({ projectId, session, freshSession, idempotencyKey }, until) => {
    if (session !== undefined || idempotencyKey === undefined) return session ?? freshSession
    const known = find.get(projectId, idempotencyKey)
    if (known) return String(known.session)
    remember.run(projectId, idempotencyKey, freshSession, until)
    return freshSession
  }
}

/** @param most bytes of events that wait. */
export function createSqliteEventInbox(database: Database, most: number): EventInbox {
  const size = database.prepare("SELECT rows AS size FROM counts WHERE name = 'inbox'")
  const see = database.prepare('INSERT INTO inbox_seen VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
  const insert = database.prepare('INSERT INTO inbox (project_id, session, request_id, body, received_at) VALUES (?, ?, ?, ?, ?)')
  const claim = database.prepare(CLAIM)
  const done = database.prepare('DELETE FROM inbox WHERE id = ?')
  const sessionOf = prepareSessionOf(database)

  /** Within a transaction. */
  function append(batch: EventBatch, now: number): Receipt | 'full' {
    const { projectId, events } = batch
    const added = events.reduce((sum, { body }) => sum + Buffer.byteLength(body) + EVENT_OVERHEAD, 0)
    if (Number(size.get()?.size) + added > most) return 'full'
    const until = now + REQUEST_ID_RETENTION
    const session = sessionOf(batch, until)
    const fresh = events.filter(({ requestId }) => see.run(projectId, session, requestId, until) === 1)
    for (const { requestId, body } of fresh) insert.run(projectId, session, requestId, body, now)
    return { session, accepted: fresh.length, duplicates: events.length - fresh.length }
  }

  return {
    append: async (batch, now) => database.transact(() => append(batch, now)),
    claim: async (most, now, until) =>
      claim
        .all(most, now, until)
        .map(eventOf)
        .sort((a, b) => a.id - b.id),
    done: async (ids) =>
      database.transact(() => {
        for (const id of ids) done.run(id)
      }),
  }
}
