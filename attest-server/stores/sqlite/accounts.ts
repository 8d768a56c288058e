import type { Accounts, StoreLimits } from '../ports.js'
import { accountOf } from '../rows.js'
import type { Columns, Database } from './database.js'

const DAY = 86_400

const CREATE = `
  INSERT INTO accounts (id, name, email_hash, created_at, plan, until) SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT rows FROM counts WHERE name = 'accounts') < ?
  ON CONFLICT DO NOTHING
`

export function createSqliteAccounts(database: Database, limits: Pick<StoreLimits, 'accounts' | 'projects'>): Accounts {
  const create = database.prepare(CREATE)
  const byId = database.prepare('SELECT * FROM accounts WHERE id = ?')
  const byEmailHash = database.prepare('SELECT * FROM accounts WHERE email_hash = ?')
  const changePlan = database.prepare('UPDATE accounts SET plan = ?, until = NULL WHERE id = ? RETURNING *')
  const isEnding = database.prepare('SELECT 1 FROM accounts WHERE id = ? AND until <= ?')
  const keep = database.prepare('UPDATE accounts SET until = ? WHERE id = ? AND until IS NOT NULL')
  const ownerOf = database.prepare('SELECT account_id FROM ownerships WHERE project_id = ?')
  const own = database.prepare('INSERT INTO ownerships (project_id, account_id) VALUES (?, ?)')
  const owned = database.prepare('SELECT project_id FROM ownerships WHERE account_id = ? ORDER BY position')
  const one = (columns: Columns | undefined) => columns && accountOf(columns)
  return {
    create: async ({ id, name, emailHash, createdAt, plan, until }) =>
      create.run(id, name, emailHash, createdAt, plan, until ?? null, limits.accounts) === 1,
    byId: async (id) => one(byId.get(id)),
    byEmailHash: async (hash) => one(byEmailHash.get(hash)),
    async keep(id, until) {
      if (until === undefined || isEnding.get(id, until - DAY)) keep.run(until ?? null, id)
    },
    changePlan: async (id, plan) => one(changePlan.get(plan, id)),
    adopt: async (id, projectId) =>
      database.transact(() => {
        const owner = ownerOf.get(projectId)
        if (owner) return owner.account_id === id
        if (owned.all(id).length >= limits.projects) return false
        keep.run(null, id)
        return own.run(projectId, id) === 1
      }),
    projectIds: async (id) => owned.all(id).map(({ project_id }) => String(project_id)),
  }
}
