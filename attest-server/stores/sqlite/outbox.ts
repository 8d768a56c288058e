import { fromAfter, takeInTurns } from '../fairness/take-in-turns.js'
import { type ClaimedMessage, FULL_PROJECTS, MOST_DELIVERIES, MOST_MESSAGE, type Outbox } from '../ports.js'
import { deliveryOf, messageOf } from '../rows.js'
import type { Database } from './database.js'

const CLAIM = `
  UPDATE outbox SET due_at = ?3, attempts = attempts + 1
  WHERE id IN (SELECT id FROM outbox WHERE project_id = ?4 AND due_at <= ?2 ORDER BY due_at, rowid LIMIT ?1)
  RETURNING *
`

/** One statement, so that of several at once none passes the limit. */
const ADD = `
  INSERT INTO outbox (id, project_id, session, url, body, created_at, due_at)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?6 WHERE coalesce((SELECT rows FROM shares WHERE name = 'outbox' AND project_id = ?2), 0) < ?7
    AND (SELECT rows FROM counts WHERE name = 'outbox') < ?7 * ${FULL_PROJECTS}
`

/** What is done with, in place of what is too many. */
const REMEMBER = `
  INSERT OR REPLACE INTO deliveries (id, project_id, session, url, body, created_at, attempts, outcome, tried_at)
  SELECT id, project_id, session, url, body, created_at, attempts, ?2, ?3 FROM outbox WHERE id = ?1
`
const FORGET = `
  DELETE FROM deliveries WHERE id IN (
    SELECT id FROM deliveries WHERE project_id = (SELECT project_id FROM outbox WHERE id = ?1) ORDER BY tried_at DESC LIMIT -1 OFFSET ${MOST_DELIVERIES}
  )
`
const SHOWN = 'id, project_id, session, url, body, created_at, attempts, outcome, tried_at'
const LIST = `
  SELECT * FROM (
    SELECT ${SHOWN}, due_at FROM outbox WHERE project_id = ?1 UNION ALL SELECT ${SHOWN}, NULL FROM deliveries WHERE project_id = ?1
  ) ORDER BY coalesce(tried_at, created_at) DESC LIMIT ?2
`
const FIND = `
  SELECT ${SHOWN}, due_at FROM outbox WHERE project_id = ?1 AND id = ?2
  UNION ALL SELECT ${SHOWN}, NULL FROM deliveries WHERE project_id = ?1 AND id = ?2
`
/** It is as new: three days begin again. */
const REPLAY = `
  INSERT INTO outbox (id, project_id, session, url, body, created_at, due_at)
  SELECT id, project_id, session, url, body, ?3, ?3 FROM deliveries WHERE project_id = ?1 AND id = ?2
    AND coalesce((SELECT rows FROM shares WHERE name = 'outbox' AND project_id = ?1), 0) < ?4
    AND (SELECT rows FROM counts WHERE name = 'outbox') < ?4 * ${FULL_PROJECTS}
  ON CONFLICT DO NOTHING
`

/** @returns what leases messages, of all projects in turns. */
function prepareClaim(database: Database): Outbox['claim'] {
  const waiting = database.prepare("SELECT project_id FROM shares WHERE name = 'outbox' AND rows > 0")
  const claim = database.prepare(CLAIM)
  let last = ''
  return async (most, now, until, roomFor = () => Infinity) => {
    const projects = waiting.all().map(({ project_id }) => String(project_id))
    const open = projects.filter((projectId) => roomFor(projectId) > 0)
    if (open.length === 0) return []
    const messages: ClaimedMessage[] = []
    const takenOf = new Map<string, number>()
    const take = (projectId: string, share: number): number => {
      const before = takenOf.get(projectId) ?? 0
      const taken = claim.all(Math.max(0, Math.min(share, roomFor(projectId) - before)), now, until, projectId)
      takenOf.set(projectId, before + taken.length)
      messages.push(...taken.map(messageOf))
      return taken.length
    }
    last = database.transact(() => takeInTurns(fromAfter(open, last), most, take)) ?? last
    return messages
  }
}

/** @param most messages of one project that wait. */
export function createSqliteOutbox(database: Database, most: number): Outbox {
  const add = database.prepare(ADD)
  const done = database.prepare('DELETE FROM outbox WHERE id = ?')
  const fail = database.prepare('UPDATE outbox SET due_at = ?2, outcome = ?3, tried_at = ?4 WHERE id = ?1')
  const remember = database.prepare(REMEMBER)
  const forget = database.prepare(FORGET)
  const list = database.prepare(LIST)
  const find = database.prepare(FIND)
  const replay = database.prepare(REPLAY)
  const replayed = database.prepare('DELETE FROM deliveries WHERE id = ?')
  return {
    async add({ id, projectId, session, url, body, createdAt }) {
      return body.length <= MOST_MESSAGE && add.run(id, projectId, session ?? null, url, body, createdAt, most) === 1
    },
    claim: prepareClaim(database),
    done: async (id, outcome, now) =>
      database.transact(() => {
        if (outcome !== undefined && now !== undefined) {
          remember.run(id, outcome, now)
          forget.run(id)
        }
        done.run(id)
      }),
    fail: async (id, retryAt, outcome, now) => void fail.run(id, retryAt, outcome ?? null, now ?? null),
    list: async (projectId, most) => list.all(projectId, most).map(deliveryOf),
    async find(projectId, id) {
      const [row] = find.all(projectId, id)
      return row && deliveryOf(row)
    },
    replay: async (projectId, id, now) =>
      database.transact(() => {
        const isWaiting = replay.run(projectId, id, now, most) === 1
        if (isWaiting) replayed.run(id)
        return isWaiting
      }),
  }
}
