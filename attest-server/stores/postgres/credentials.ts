import { type Credentials, MOST_CREDENTIALS } from '../ports.js'
import { credentialOf } from '../rows.js'
import { type Database, takeTurn } from './database.js'

const ADD = `
  INSERT INTO credentials (kind, id, account_id, body, until)
  SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM credentials WHERE account_id = $3 AND kind = $1) < $6
  ON CONFLICT DO NOTHING
`
/** Those that would end first give way. */
const MAKE_ROOM = `
  DELETE FROM credentials WHERE kind = $1 AND id IN
    (SELECT id FROM credentials WHERE account_id = $2 AND kind = $1 ORDER BY until DESC NULLS FIRST OFFSET $3)
`

export const createPostgresCredentials = (database: Database): Credentials => ({
  add: ({ kind, id, accountId, body, until }) =>
    database.transact(async (queries) => {
      const most = MOST_CREDENTIALS[kind]
      await takeTurn(queries, `credentials ${accountId}`)
      if (kind === 'session') await queries.run(MAKE_ROOM, kind, accountId, most - 1)
      return (await queries.run(ADD, kind, id, accountId, body, until ?? null, most)) === 1
    }),
  async find(kind, id) {
    const found = await database.get('SELECT * FROM credentials WHERE kind = $1 AND id = $2', kind, id)
    return found && credentialOf(found)
  },
  list: async (accountId, kind) =>
    (await database.all('SELECT * FROM credentials WHERE account_id = $1 AND kind = $2', accountId, kind)).map(credentialOf),
  change: async (kind, id, from, to) =>
    (await database.run('UPDATE credentials SET body = $4 WHERE kind = $1 AND id = $2 AND body = $3', kind, id, from, to)) === 1,
  remove: async (accountId, kind, id) =>
    (await database.run('DELETE FROM credentials WHERE account_id = $1 AND kind = $2 AND id = $3', accountId, kind, id)) === 1,
})
