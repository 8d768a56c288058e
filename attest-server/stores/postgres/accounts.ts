import type { Accounts, StoreLimits } from '../ports.js'
import { accountOf } from '../rows.js'
import { type Columns, type Database, takeTurn } from './database.js'

const DAY = 86_400

const one = (columns: Columns | undefined) => columns && accountOf(columns)

const CREATE = `
  INSERT INTO accounts (id, name, email_hash, created_at, plan, until)
  SELECT $1, $2, $3, $4, $5, $6 WHERE (SELECT count(*) FROM accounts) < $7
  ON CONFLICT DO NOTHING
`
const KEEP = 'UPDATE accounts SET until = $2 WHERE id = $1 AND until IS NOT NULL AND ($2::double precision IS NULL OR until <= $2 - $3)'
const OWN = 'INSERT INTO ownerships (project_id, account_id) VALUES ($1, $2)'
const OWNED = 'SELECT project_id FROM ownerships WHERE account_id = $1 ORDER BY position'

export const createPostgresAccounts = (database: Database, limits: Pick<StoreLimits, 'accounts' | 'projects'>): Accounts => ({
  create: ({ id, name, emailHash, createdAt, plan, until }) =>
    database.transact(async (queries) => {
      await takeTurn(queries, 'accounts')
      return (await queries.run(CREATE, id, name, emailHash, createdAt, plan, until ?? null, limits.accounts)) === 1
    }),
  byId: async (id) => one(await database.get('SELECT * FROM accounts WHERE id = $1', id)),
  byEmailHash: async (hash) => one(await database.get('SELECT * FROM accounts WHERE email_hash = $1', hash)),
  keep: async (id, until) => void (await database.run(KEEP, id, until ?? null, DAY)),
  changePlan: async (id, plan) =>
    one(await database.get('UPDATE accounts SET plan = $2, until = NULL WHERE id = $1 RETURNING *', id, plan)),
  adopt: (id, projectId) =>
    database.transact(async (queries) => {
      await takeTurn(queries, 'ownerships')
      const owner = await queries.get('SELECT account_id FROM ownerships WHERE project_id = $1', projectId)
      if (owner) return owner.account_id === id
      if ((await queries.all(OWNED, id)).length >= limits.projects) return false
      await queries.run(KEEP, id, null, DAY)
      return (await queries.run(OWN, projectId, id)) === 1
    }),
  projectIds: async (id) => (await database.all(OWNED, id)).map(({ project_id }) => String(project_id)),
})
