import type { ApiKeys } from '../ports.js'
import { apiKeyOf } from '../rows.js'
import type { Database } from './database.js'

const DROP_REVOKED = `
  DELETE FROM api_keys WHERE id =
    (SELECT id FROM api_keys WHERE project_id = ? AND revoked_at IS NOT NULL ORDER BY revoked_at LIMIT 1)
`

/** @param most keys of one owner. */
export function createSqliteApiKeys(database: Database, most: number): ApiKeys {
  const insert = database.prepare('INSERT INTO api_keys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const count = database.prepare('SELECT count(*) AS keys FROM api_keys WHERE project_id = ?')
  const dropRevoked = database.prepare(DROP_REVOKED)
  const byLookup = database.prepare('SELECT * FROM api_keys WHERE lookup = ? AND revoked_at IS NULL')
  const list = database.prepare('SELECT * FROM api_keys WHERE project_id = ? ORDER BY created_at, rowid')
  const revoke = database.prepare('UPDATE api_keys SET revoked_at = ? WHERE project_id = ? AND id = ? AND revoked_at IS NULL')
  return {
    add: async (key) =>
      database.transact(() => {
        const { id, projectId, kind, name, lookup, hash, tier, createdAt, revokedAt } = key
        const isFull = Number(count.get(projectId)?.keys) >= most
        if (isFull && dropRevoked.run(projectId) === 0) return false
        insert.run(id, projectId, kind, name, lookup, hash, tier, createdAt, revokedAt ?? null)
        return true
      }),
    async byLookup(lookup) {
      const found = byLookup.get(lookup)
      return found && apiKeyOf(found)
    },
    list: async (projectId) => list.all(projectId).map(apiKeyOf),
    revoke: async (projectId, id, now) => revoke.run(now, projectId, id) === 1,
  }
}
