import type { SigningKeys, StoredKey } from '../ports.js'
import { signingKeyOf } from '../rows.js'
import type { Database } from './database.js'

const COLUMNS = '(kid, alg, private_jwk, mac, created_at, active_from, retires_at)'

export function createSqliteSigningKeys(database: Database): SigningKeys {
  const insertFirst = database.prepare(
    `INSERT INTO signing_keys ${COLUMNS} SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_keys)`,
  )
  const insert = database.prepare(`INSERT INTO signing_keys ${COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const retire = database.prepare('UPDATE signing_keys SET retires_at = ?1 WHERE retires_at IS NULL OR retires_at > ?1')
  const list = database.prepare('SELECT * FROM signing_keys ORDER BY position DESC')
  const valuesOf = (key: StoredKey) =>
    [key.kid, key.alg, key.privateJwk, key.mac, key.createdAt, key.activeFrom, key.retiresAt ?? null] as const

  return {
    begin: async (key) => insertFirst.run(...valuesOf(key)) === 1,
    succeed: async (key, othersRetireAt) =>
      database.transact(() => {
        retire.run(othersRetireAt)
        insert.run(...valuesOf(key))
      }),
    list: async () => list.all().map(signingKeyOf),
  }
}
