// A program: the peer's library on the same Node server and framework as ours. With all it holds in memory, which is the fastest it can be told to be; or, where it is
// given a file, in a database as its documentation asks for, on the driver and with the settings of our own embedded store.
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import Libsql from 'libsql'
import { CAP } from './cap.mjs'

/** What the library is to store: challenges, and tokens that it gave for them. @param {string} file */
function storeIn(file) {
  const database = new Libsql(file)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE challenges (token TEXT PRIMARY KEY, data TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE tokens (key TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
  `)
  const put = database.prepare('INSERT OR REPLACE INTO challenges VALUES (?, ?, ?)')
  const get = database.prepare('SELECT data, expires FROM challenges WHERE token = ? AND expires > ?')
  const drop = database.prepare('DELETE FROM challenges WHERE token = ?')
  const dropOld = database.prepare('DELETE FROM challenges WHERE expires <= ?')
  const putToken = database.prepare('INSERT OR REPLACE INTO tokens VALUES (?, ?)')
  const dropOldTokens = database.prepare('DELETE FROM tokens WHERE expires <= ?')
  return {
    challenges: {
      store: async (/** @type {string} */ token, /** @type {any} */ data) =>
        void put.run(token, JSON.stringify(data.challenge), data.expires),
      async read(/** @type {string} */ token) {
        const row = /** @type {any} */ (get.get(token, Date.now()))
        return row && { challenge: JSON.parse(row.data), expires: row.expires }
      },
      delete: async (/** @type {string} */ token) => void drop.run(token),
      deleteExpired: async () => void dropOld.run(Date.now()),
    },
    tokens: {
      store: async (/** @type {string} */ key, /** @type {number} */ expires) => void putToken.run(key, expires),
      deleteExpired: async () => void dropOldTokens.run(Date.now()),
    },
  }
}

const { default: Cap } = await import(CAP)
const [, , file] = process.argv
const cap = new Cap({ noFSState: true, ...(file ? { storage: storeIn(file) } : {}) })
const app = new Hono()
// As many puzzles as it sets by default; of less difficulty, which its server does not notice.
app.post('/challenge', async (c) => c.json(await cap.createChallenge({ challengeDifficulty: 1 })))
app.post('/redeem', async (c) => c.json(await cap.redeemChallenge(await c.req.json())))
const server = createAdaptorServer({ fetch: app.fetch })
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())

process.send?.({ url: `http://127.0.0.1:${port}` })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.(user + system)
})
process.once('disconnect', () => process.exit())
