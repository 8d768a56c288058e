import type { Account, Accounts, StoreLimits } from '../ports.js'
import type { Columns, Database } from './database.js'

const accountOf = ({ id, name, email_hash, created_at, plan }: Columns): Account => ({
  id: String(id),
  name: String(name),
  emailHash: String(email_hash),
  createdAt: Number(created_at),
  plan: plan as Account['plan'],
})

const CREATE = `
  INSERT INTO accounts SELECT ?, ?, ?, ?, ? WHERE (SELECT rows FROM counts WHERE name = 'accounts') < ?
  ON CONFLICT DO NOTHING
`

export function createSqliteAccounts(database: Database, limits: Pick<StoreLimits, 'accounts' | 'projects'>): Accounts {
  const create = database.prepare(CREATE)
  const byId = database.prepare('SELECT * FROM accounts WHERE id = ?')
  const byEmailHash = database.prepare('SELECT * FROM accounts WHERE email_hash = ?')
  const changePlan = database.prepare('UPDATE accounts SET plan = ? WHERE id = ? RETURNING *')
  const ownerOf = database.prepare('SELECT account_id FROM ownerships WHERE project_id = ?')
  const own = database.prepare('INSERT INTO ownerships (project_id, account_id) VALUES (?, ?)')
  const owned = database.prepare('SELECT project_id FROM ownerships WHERE account_id = ? ORDER BY position')
  const one = (columns: Columns | undefined) => columns && accountOf(columns)
  return {
    create: async ({ id, name, emailHash, createdAt, plan }) => create.run(id, name, emailHash, createdAt, plan, limits.accounts) === 1,
    byId: async (id) => one(byId.get(id)),
    byEmailHash: async (hash) => one(byEmailHash.get(hash)),
    changePlan: async (id, plan) => one(changePlan.get(plan, id)),
    adopt: async (id, projectId) =>
      database.transact(() => {
        const owner = ownerOf.get(projectId)
        if (owner) return owner.account_id === id
        return owned.all(id).length < limits.projects && own.run(projectId, id) === 1
      }),
    projectIds: async (id) => owned.all(id).map(({ project_id }) => String(project_id)),
  }
}
