import { EVENT_OVERHEAD, type EventBatch, type EventInbox, INBOX_SHARE, type InboxEvent } from '../ports.js'
import { REQUEST_ID_RETENTION } from '../retention.js'
import { eventOf } from '../rows.js'
import { createTurns } from './claim-in-turns.js'
import type { Database } from './database.js'

/**
 * $1 project, $2 session or null, $3 its name on first contact, $4 the key or null, $5 request ids and $6 bodies, $7 now, $8 until when the ids are
 * known, $9 bytes that may wait, $10 what the batch weighs. One statement: all of it or nothing, in one way to the database and back.
 * On first contact the key decides whose the batch is; whoever comes at once with the same key waits there. No row where there is no room.
 */
const APPEND = `
  WITH waiting AS (
    SELECT coalesce(sum(rows) FILTER (WHERE project_id <> ''), 0) AS own, coalesce(sum(rows) FILTER (WHERE project_id = ''), 0) AS every
    FROM tallies WHERE name = 'inbox' AND project_id IN ('', $1)
  ), room AS (
    SELECT 1 FROM waiting WHERE own + $10::double precision <= ($9::double precision - (every - own)) * ${INBOX_SHARE}
  ), contact AS (
    INSERT INTO inbox_contacts AS c (project_id, idempotency_key, session, until)
    SELECT $1, $4, $3, $8 FROM room WHERE $2::text IS NULL AND $4::text IS NOT NULL
    ON CONFLICT (project_id, idempotency_key) DO UPDATE SET session = c.session
    RETURNING session
  ), whose AS (
    SELECT coalesce($2::text, (SELECT session FROM contact), $3::text) AS session FROM room
  ), seen AS (
    INSERT INTO inbox_seen (project_id, session, request_id, until)
    SELECT $1, whose.session, id, $8 FROM whose, unnest($5::text[]) AS id ORDER BY id COLLATE "C"
    ON CONFLICT DO NOTHING
    RETURNING request_id
  ), added AS (
    INSERT INTO inbox (project_id, session, request_id, body, received_at)
    SELECT $1, whose.session, event.id, event.body, $7
    FROM whose, unnest($5::text[], $6::text[]) WITH ORDINALITY AS event (id, body, n) JOIN seen ON seen.request_id = event.id
    ORDER BY event.n
    RETURNING 1
  )
  SELECT session, (SELECT count(*) FROM added) AS accepted FROM whose
`

const WAITING = { table: 'inbox', isDue: 'leased_until <= $1' } as const
/** `BETWEEN`, or any index in the order of ids would do for the planner, however much of others it has to pass. */
const LEASE = `
  UPDATE inbox SET leased_until = $2, attempts = attempts + 1 WHERE id IN (
    SELECT due.id FROM unnest($3::text[], $4::bigint[]) AS turn (project_id, share), LATERAL (
      SELECT id FROM inbox WHERE project_id BETWEEN turn.project_id AND turn.project_id AND leased_until <= $1
      ORDER BY inbox.project_id, id LIMIT turn.share FOR UPDATE SKIP LOCKED
    ) AS due
  ) RETURNING *
`

/** Of all projects. */
const BYTES = "SELECT coalesce(sum(rows), 0) AS bytes FROM tallies WHERE name = 'inbox' AND project_id = ''"

const weightOf = (events: readonly InboxEvent[]): number =>
  events.reduce((sum, { body }) => sum + Buffer.byteLength(body) + EVENT_OVERHEAD, 0)

/** The first of each name. */
function distinct(events: readonly InboxEvent[]): readonly InboxEvent[] {
  const names = new Set<string>()
  return events.filter(({ requestId }) => !names.has(requestId) && names.add(requestId))
}

/** @param most bytes of events that wait. Of batches that come at once each sees what was there before: together they may pass it by what they bring. */
export function createPostgresEventInbox(database: Database, most: number): EventInbox {
  const turnsOf = createTurns(database, WAITING)

  async function append({ projectId, session, freshSession, idempotencyKey, events }: EventBatch, now: number) {
    const once = distinct(events)
    const [ids, bodies] = [once.map(({ requestId }) => requestId), once.map(({ body }) => body)]
    const until = now + REQUEST_ID_RETENTION
    const [own, key] = [session ?? null, idempotencyKey ?? null]
    const found = await database.get(APPEND, projectId, own, freshSession, key, ids, bodies, now, until, most, weightOf(events))
    if (!found) return 'full'
    const accepted = Number(found.accepted)
    return { session: String(found.session), accepted, duplicates: events.length - accepted }
  }

  return {
    append,
    async claim(most, now, until) {
      const turns = await turnsOf(most, now)
      if (turns.size === 0) return []
      const events = (await database.all(LEASE, now, until, [...turns.keys()], [...turns.values()])).map(eventOf)
      return events.sort((a, b) => a.id - b.id)
    },
    done: async (ids) => void (await database.run('DELETE FROM inbox WHERE id = ANY ($1::bigint[])', ids)),
    waiting: async () => Number((await database.get(BYTES))?.bytes),
  }
}
