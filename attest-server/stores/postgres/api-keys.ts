import type { ApiKeys } from '../ports.js'
import { apiKeyOf } from '../rows.js'
import { type Database, takeTurn } from './database.js'

const INSERT = `
  INSERT INTO api_keys (id, project_id, kind, name, lookup, hash, tier, created_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
`
const DROP_REVOKED = `
  DELETE FROM api_keys WHERE id = (SELECT id FROM api_keys WHERE project_id = $1 AND revoked_at IS NOT NULL ORDER BY revoked_at LIMIT 1)
`
const REVOKE = 'UPDATE api_keys SET revoked_at = $3 WHERE project_id = $1 AND id = $2 AND revoked_at IS NULL'

/** @param most keys of one owner. */
export const createPostgresApiKeys = (database: Database, most: number): ApiKeys => ({
  add: ({ id, projectId, kind, name, lookup, hash, tier, createdAt, revokedAt }) =>
    database.transact(async (queries) => {
      await takeTurn(queries, `keys of ${projectId}`)
      const count = await queries.get('SELECT count(*) AS keys FROM api_keys WHERE project_id = $1', projectId)
      if (Number(count?.keys) >= most && (await queries.run(DROP_REVOKED, projectId)) === 0) return false
      await queries.run(INSERT, id, projectId, kind, name, lookup, hash, tier, createdAt, revokedAt ?? null)
      return true
    }),
  async byLookup(lookup) {
    const found = await database.get('SELECT * FROM api_keys WHERE lookup = $1 AND revoked_at IS NULL', lookup)
    return found && apiKeyOf(found)
  },
  list: async (projectId) =>
    (await database.all('SELECT * FROM api_keys WHERE project_id = $1 ORDER BY created_at, position', projectId)).map(apiKeyOf),
  revoke: async (projectId, id, now) => (await database.run(REVOKE, projectId, id, now)) === 1,
})
