import { fromAfter, takeInTurns } from '../fairness/take-in-turns.js'
import {
  type ClaimedEvent,
  EVENT_OVERHEAD,
  type EventBatch,
  type EventInbox,
  INBOX_SHARE,
  type InboxEvent,
  type Receipt,
} from '../ports.js'
import { REQUEST_ID_RETENTION } from '../retention.js'
import { eventOf } from '../rows.js'
import type { Database } from './database.js'

const CLAIM = `
  UPDATE inbox SET leased_until = ?3, attempts = attempts + 1
  WHERE id IN (SELECT id FROM inbox WHERE project_id = ?4 AND leased_until <= ?2 ORDER BY id LIMIT ?1)
  RETURNING *
`

const weightOf = (events: readonly InboxEvent[]): number =>
  events.reduce((sum, { body }) => sum + Buffer.byteLength(body) + EVENT_OVERHEAD, 0)

/** Bytes that wait: of one project, and of all. */
const SIZES = `
  SELECT coalesce((SELECT rows FROM shares WHERE name = 'inbox' AND project_id = ?), 0) AS own,
    (SELECT rows FROM counts WHERE name = 'inbox') AS "all"
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

/** @returns what leases events, of all projects in turns. */
function prepareClaim(database: Database): EventInbox['claim'] {
  const waiting = database.prepare("SELECT project_id FROM shares WHERE name = 'inbox' AND rows > 0")
  const claim = database.prepare(CLAIM)
  let last = ''
  return async (most, now, until) => {
    // Reading takes no turn of those who write.
    const projects = waiting.all().map(({ project_id }) => String(project_id))
    if (projects.length === 0) return []
    const events: ClaimedEvent[] = []
    const take = (projectId: string, share: number): number => {
      const taken = claim.all(share, now, until, projectId)
      events.push(...taken.map(eventOf))
      return taken.length
    }
    last = database.transact(() => takeInTurns(fromAfter(projects, last), most, take)) ?? last
    return events.sort((a, b) => a.id - b.id)
  }
}

/** Of request ids, in a list; those that were not seen before come back. `WHERE true`: else `ON CONFLICT` is read as a join's `ON`. */
const SEE = `
  INSERT INTO inbox_seen SELECT ?1, ?2, value, ?3 FROM json_each(?4) WHERE true ON CONFLICT DO NOTHING RETURNING request_id
`
const INSERT = `
  INSERT INTO inbox (project_id, session, request_id, body, received_at)
  SELECT ?1, ?2, value ->> 'requestId', value ->> 'body', ?3 FROM json_each(?4) ORDER BY key
`
const COUNT = `
  INSERT INTO shares VALUES ('inbox_seen', ?1, ?2), ('inbox', ?1, ?3) ON CONFLICT DO UPDATE SET rows = rows + excluded.rows
`

/**
 * A batch is one statement for each table, however many events it has: between two statements everything else waits.
 * @param most bytes of events that wait.
 */
export function createSqliteEventInbox(database: Database, most: number): EventInbox {
  const sizes = database.prepare(SIZES)
  const see = database.prepare(SEE)
  const insert = database.prepare(INSERT)
  const count = database.prepare(COUNT)
  const done = database.prepare('DELETE FROM inbox WHERE id IN (SELECT value FROM json_each(?))')
  const waiting = database.prepare("SELECT rows FROM counts WHERE name = 'inbox'")
  const sessionOf = prepareSessionOf(database)

  /** Those that the session has not had before, each once. */
  function freshOf({ projectId, events }: EventBatch, session: string, until: number): readonly InboxEvent[] {
    const ids = JSON.stringify(events.map(({ requestId }) => requestId))
    const unseen = new Set(see.all(projectId, session, until, ids).map(({ request_id }) => String(request_id)))
    return events.filter(({ requestId }) => unseen.delete(requestId))
  }

  /** Within a transaction. */
  function append(batch: EventBatch, now: number): Receipt | 'full' {
    const { projectId, events } = batch
    const { own, all } = sizes.get(projectId) as { own: number; all: number }
    if (own + weightOf(events) > (most - (all - own)) * INBOX_SHARE) return 'full'
    const until = now + REQUEST_ID_RETENTION
    const session = sessionOf(batch, until)
    const fresh = freshOf(batch, session, until)
    if (fresh.length > 0) {
      insert.run(projectId, session, now, JSON.stringify(fresh))
      count.run(projectId, fresh.length, weightOf(fresh))
    }
    return { session, accepted: fresh.length, duplicates: events.length - fresh.length }
  }

  return {
    append: async (batch, now) => database.transact(() => append(batch, now)),
    claim: prepareClaim(database),
    done: async (ids) => void done.run(JSON.stringify(ids)),
    waiting: async () => Number(waiting.get()?.rows ?? 0),
  }
}
