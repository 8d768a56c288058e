import type { SigningKeys, StoredKey } from '../ports.js'
import { signingKeyOf } from '../rows.js'
import { type Database, takeTurn } from './database.js'

const valuesOf = (key: StoredKey) =>
  [key.kid, key.alg, key.privateJwk, key.mac, key.createdAt, key.activeFrom, key.retiresAt ?? null] as const

const COLUMNS = '(kid, alg, private_jwk, mac, created_at, active_from, retires_at)'
const INSERT = `INSERT INTO signing_keys ${COLUMNS} VALUES ($1, $2, $3, $4, $5, $6, $7)`
const INSERT_FIRST = `INSERT INTO signing_keys ${COLUMNS} SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (SELECT 1 FROM signing_keys)`
const RETIRE = 'UPDATE signing_keys SET retires_at = $1 WHERE retires_at IS NULL OR retires_at > $1'
const TURN = 'signing keys'

export const createPostgresSigningKeys = (database: Database): SigningKeys => ({
  begin: (key) =>
    database.transact(async (queries) => {
      await takeTurn(queries, TURN)
      return (await queries.run(INSERT_FIRST, ...valuesOf(key))) === 1
    }),
  succeed: (key, othersRetireAt) =>
    database.transact(async (queries) => {
      await takeTurn(queries, TURN)
      await queries.run(RETIRE, othersRetireAt)
      await queries.run(INSERT, ...valuesOf(key))
    }),
  list: async () => (await database.all('SELECT * FROM signing_keys ORDER BY position DESC')).map(signingKeyOf),
})
