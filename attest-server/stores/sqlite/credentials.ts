import { type Credentials, MOST_CREDENTIALS } from '../ports.js'
import { credentialOf } from '../rows.js'
import type { Database } from './database.js'

const ADD = `
  INSERT INTO credentials (kind, id, account_id, body, until)
  SELECT ?1, ?2, ?3, ?4, ?5 WHERE (SELECT count(*) FROM credentials WHERE account_id = ?3 AND kind = ?1) < ?6
  ON CONFLICT DO NOTHING
`
/** Those that would end first give way. */
const MAKE_ROOM = `
  DELETE FROM credentials WHERE kind = ?1 AND id IN
    (SELECT id FROM credentials WHERE account_id = ?2 AND kind = ?1 ORDER BY until DESC LIMIT -1 OFFSET ?3)
`

export function createSqliteCredentials(database: Database): Credentials {
  const add = database.prepare(ADD)
  const makeRoom = database.prepare(MAKE_ROOM)
  const find = database.prepare('SELECT * FROM credentials WHERE kind = ? AND id = ?')
  const list = database.prepare('SELECT * FROM credentials WHERE account_id = ? AND kind = ?')
  const change = database.prepare('UPDATE credentials SET body = ?4 WHERE kind = ?1 AND id = ?2 AND body = ?3')
  const remove = database.prepare('DELETE FROM credentials WHERE account_id = ? AND kind = ? AND id = ?')
  return {
    async add({ kind, id, accountId, body, until }) {
      const most = MOST_CREDENTIALS[kind]
      return database.transact(() => {
        if (kind === 'session') makeRoom.run(kind, accountId, most - 1)
        return add.run(kind, id, accountId, body, until ?? null, most) === 1
      })
    },
    async find(kind, id) {
      const found = find.get(kind, id)
      return found && credentialOf(found)
    },
    list: async (accountId, kind) => list.all(accountId, kind).map(credentialOf),
    change: async (kind, id, from, to) => change.run(kind, id, from, to) === 1,
    remove: async (accountId, kind, id) => remove.run(accountId, kind, id) === 1,
  }
}
