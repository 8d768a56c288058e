import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verdict } from '../contract/support.js'
import type { Sketch, StoreLimits, Stores } from '../ports.js'
import { LIMITS } from '../retention.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { parseDatabaseUrl } from './database-address.js'
import { openPostgresStores } from './open-postgres-stores.js'

const NOW = 1_790_000_000
/** Of each table. Half is one project's, and came last: whoever looks for another's in the order of arrival passes all of it. */
const ROWS = 20_000
/** Each verb is asked often enough that the database plans it for any values. */
const TIMES = 12

const owner = "CASE WHEN i <= 10 THEN 'prj_first' WHEN i % 2 = 0 THEN 'prj_large' ELSE 'prj_' || i % 7 END"
const rows: Readonly<Record<string, string>> = {
  claims: `(id, until) SELECT 'c' || i, ${NOW} + 300`,
  sessions: `(project_id, session, last_seen, window_start, recent, answer) SELECT ${owner}, 's' || i, ${NOW}, ${NOW}, 1, i % 2`,
  devices: `(thumbprint, first_seen, last_seen) SELECT 'd' || i, ${NOW}, ${NOW}`,
  verdicts: `(jti, project_id, reference, session, issued_at, until, record) SELECT 'j' || i, ${owner}, 'r' || i, 's' || i, ${NOW}, ${NOW} + 9 + i, ''`,
  sketches: `(project_id, session, thumbprint, until, body, band_0, band_1, band_2, band_3, band_4, band_5) SELECT ${owner}, 's' || i, 't', ${NOW} + 9, '', 1, i, i % 3, 4, 5, 6`,
  counters: `(name, span, ends, used) SELECT 'n' || i, 60, ${NOW} + 60, 1`,
  inbox: `(project_id, session, request_id, body, received_at) SELECT ${owner}, 's' || i, 'q' || i, '', ${NOW}`,
  inbox_seen: `(project_id, session, request_id, until) SELECT ${owner}, 's' || i, 'q' || i, ${NOW} + 9 + i`,
  inbox_contacts: `(project_id, idempotency_key, session, until) SELECT ${owner}, 'k' || i, 's' || i, ${NOW} + 9`,
  live_sessions: `(project_id, session, state, rev, touched_at) SELECT ${owner}, 's' || i, '', 1, ${NOW} + i`,
  labels: `(project_id, subject, question, label, at) SELECT ${owner}, 'q' || i, 'automation', 'bot', ${NOW}`,
  outbox: `(id, project_id, url, body, created_at, due_at) SELECT 'm' || i, ${owner}, '', '', ${NOW}, ${NOW}`,
}
const sketch: Sketch = { session: 'sess_1', thumbprint: 'key', bands: [1, 2, 2, 4, 5, 6], body: 'body' }
const append = (stores: Stores, i: number, projectId = 'prj_large') =>
  stores.inbox.append(
    { projectId, session: undefined, freshSession: `new${i}`, idempotencyKey: `new${i}`, events: [{ requestId: `${i}`, body: '' }] },
    NOW,
  )

/** What each does once, and how many rows it may look at, in tables and in indices. */
const verbs: readonly (readonly [name: string, most: number, verb: (stores: Stores, i: number) => Promise<unknown>])[] = [
  ['claims an id', 10, ({ replays }, i) => replays.claimOnce(`c${i}`, 0, NOW, 'holder')],
  ['advances a session', 10, ({ sessions }, i) => sessions.advance('prj_large', `s${2 * i + 20}`, { thumbprint: 'a', answer: 0 }, NOW)],
  ['meets a device', 10, ({ devices }, i) => devices.meet(`d${i}`, NOW + 1)],
  ['meets sketches', 6 * 64 * 2 + 100, ({ sketches }, i) => sketches.meet('prj_large', { ...sketch, session: `${i}` }, NOW + 9, NOW)],
  ['recalls sketches of a small project', 300, ({ sketches }) => sketches.recall('prj_first', sketch, NOW)],
  ['finds a verdict', 10, ({ verdicts }) => verdicts.find('prj_large', 'nothing')],
  ['finds a session’s verdict', 10, ({ verdicts }) => verdicts.latest('prj_first', 'nothing')],
  ['keeps a verdict', 10, ({ verdicts }, i) => verdicts.record({ ...verdict, jti: `new${i}`, projectId: 'prj_first' }, NOW + 9)],
  ['appends events', 60, (stores, i) => append(stores, i)],
  ['leases events, of all projects in turns', 1000, ({ inbox }) => inbox.claim(20, NOW, NOW + 9)],
  ['is done with events', 10, ({ inbox }, i) => inbox.done([i + 500])],
  ['leases messages, of all projects in turns', 1000, ({ outbox }) => outbox.claim(20, NOW, NOW + 9)],
  ['adds a message', 60, ({ outbox }, i) => outbox.add({ id: `new${i}`, projectId: 'prj_first', url: '', body: '', createdAt: NOW })],
  ['keeps a live session', 10, ({ liveSessions }, i) => liveSessions.put('prj_first', `new${i}`, '', 0, NOW)],
  ['lists live sessions', 30, ({ liveSessions }) => liveSessions.recent('prj_large', 5)],
  ['lists labels', 30, ({ labels }) => labels.list('prj_large', 5)],
  ['erases a session', 60, (stores, i) => stores.erase('prj_large', `s${2 * i + 100}`)],
  ['drops nothing', 1000, (stores) => stores.prune(NOW)],
]

let postgres: TestPostgres
let url: string
beforeAll(async () => {
  postgres = await startPostgres(['autovacuum=off'])
  url = await postgres.fresh()
  await (await open()).close()
  // What the planner knows is what is there before anybody comes: nothing.
  await postgres.query(url, 'ANALYZE')
  for (const [table, select] of Object.entries(rows))
    await postgres.query(url, `INSERT INTO ${table} ${select} FROM generate_series(1, ${ROWS}) AS i`)
}, 60_000)
afterAll(() => postgres.remove())

async function open(limits: Partial<StoreLimits> = {}): Promise<Stores> {
  const stores = await openPostgresStores(parseDatabaseUrl(url)!, { ...LIMITS, messages: 1_000_000, ...limits })
  if (!stores.ok) throw new Error(stores.error)
  return stores.value
}

/** All rows that were looked at so far. Connections tell it when they end. */
async function looked(): Promise<number> {
  await expect.poll(() => postgres.query(url, "SELECT 1 FROM pg_stat_activity WHERE application_name = 'vouchsafe'")).toEqual([])
  const [sum] = await postgres.query<{ rows: string }>(
    url,
    `SELECT (SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables WHERE schemaname = current_schema())
      + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE schemaname = current_schema()) AS rows`,
  )
  return Number(sum!.rows)
}

async function rowsOf(verb: (stores: Stores, i: number) => Promise<unknown>, limits?: Partial<StoreLimits>): Promise<number> {
  const before = await looked()
  const stores = await open(limits)
  for (let i = 0; i < TIMES; i++) await verb(stores, i)
  await stores.close()
  return ((await looked()) - before) / TIMES
}

describe('what is looked at, where there is much and the planner knows of nothing', { timeout: 30_000 }, () => {
  it.each(verbs)('whoever %s looks at up to %i rows', async (_, most, verb) => {
    expect(await rowsOf(verb)).toBeLessThanOrEqual(most)
  })

  it('whoever drops what is too many looks at what goes, and its neighbours', async () => {
    const counts = 5000
    const dropped = await rowsOf((stores) => stores.prune(NOW), { verdictRecords: ROWS - counts, requestIds: ROWS - counts })
    expect(dropped).toBeGreaterThan(counts / TIMES)
    expect(dropped).toBeLessThan(20 * 1000)
  })
})
