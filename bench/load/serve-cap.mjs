// A program: the peer's library on the same Node server and framework as ours, with all it holds in memory, which is the fastest it can be told to be.
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { CAP } from './cap.mjs'

const { default: Cap } = await import(CAP)
const cap = new Cap({ noFSState: true })
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
