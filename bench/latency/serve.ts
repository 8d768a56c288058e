// A program, to be bundled and run in a process of its own: `sqlite`, `memory` or `bare`, a folder, and settings as JSON; `join` on stores that another one has
// set up, whose keys it does not know. It is bundled elsewhere, because
// what a compiler leaves in memory would be cleared up at the expense of requests. It tells where it listens, and when it is asked, what processor time it
// has taken, or what memory it holds.
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { collectEarly } from '../../attest-server/cli/collect-early.js'
import { gatherLines } from '../../attest-server/cli/gather-lines.js'
import { clock, random } from '../../attest-server/compose/compose-deps.js'
import { type Environment, parseConfig } from '../../attest-server/config.js'
import { createApiKeys } from '../../attest-server/keys/api-keys.js'
import { ensureSigningKey } from '../../attest-server/keys/rotate.js'
import { makeSecretKey } from '../../attest-server/keys/secret-key.js'
import { startServer } from '../../attest-server/main.js'
import { openMemoryStores } from '../../attest-server/stores/memory/open-memory-stores.js'
import { openStores } from '../../attest-server/stores/open.js'
import type { Stores } from '../../attest-server/stores/ports.js'
import { ok } from '../../shared/result.js'
import type { Listening } from './requests.mjs'

const PROJECT = 'prj_bench'
const SITE_KEY = 'pk_AAAAAAAAAAAAAAAAAAAAAA'
const SCORE_KEYS = 100
/** Each may ask so often a minute, and a fast machine asks for more than ten may. */
const ACCOUNT_TOKENS = 30

async function issueKeys(stores: Stores, kind: 'afk' | 'account', count: number, ownerOf: (i: number) => string): Promise<string[]> {
  const keys = createApiKeys(stores, random, clock)
  const secrets: string[] = []
  for (let i = 0; i < count; i++) {
    const issued = await keys.issue(ownerOf(i), kind, 'bench', 'pro')
    if (!issued.ok) throw new Error(issued.error)
    secrets.push(issued.value.secret)
  }
  return secrets
}

/** Of ten owners: one may have so many keys and no more. */
const issueScoreKeys = (stores: Stores): Promise<string[]> => issueKeys(stores, 'afk', SCORE_KEYS, (i) => `${PROJECT}${i % 10}`)

async function issueAccountTokens(stores: Stores): Promise<string[]> {
  await stores.accounts.create({ id: 'acc_bench', name: 'bench', emailHash: 'bench', createdAt: clock(), plan: 'pro' })
  await stores.accounts.adopt('acc_bench', PROJECT)
  return issueKeys(stores, 'account', ACCOUNT_TOKENS, () => 'acc_bench')
}

async function setUp(stores: Stores): Promise<Omit<Listening, 'url'>> {
  const { key, stored } = await makeSecretKey(PROJECT, random)
  const project = {
    id: PROJECT,
    name: 'bench',
    siteKey: SITE_KEY,
    origins: ['https://shop.example'],
    enforce: true,
    noscript: true,
    createdAt: Math.floor(clock()),
  }
  await stores.projects.create(project, stored)
  await stores.settings.enableScoring(PROJECT, clock())
  await stores.rules.add({
    ...{ id: 'rule_bench', projectId: PROJECT, name: 'hot', expression: "path == '/hot' and score < 20", action: 'challenge' },
    ...{ isActive: true, order: 1, observeOnly: false, createdAt: clock(), version: 1, updatedAt: clock() },
  })
  return { siteKey: SITE_KEY, privateKey: key, scoreKeys: await issueScoreKeys(stores), accountTokens: await issueAccountTokens(stores) }
}

const nobodys = { siteKey: SITE_KEY, privateKey: '', scoreKeys: [], accountTokens: [] }

/** The whole server as it runs, log and background work among it. @param write takes one line of log. */
async function serveVouchsafe(
  store: 'sqlite' | 'memory' | 'join',
  folder: string,
  settings: Environment,
  write: (line: string) => void,
): Promise<Listening> {
  const config = parseConfig({ ...settings, PORT: '0', VOUCHSAFE_DATA_DIR: folder })
  if (!config.ok) throw new Error(config.error.join(' '))
  const opened = store === 'memory' ? ok(openMemoryStores()) : await openStores(config.value)
  if (!opened.ok) throw new Error(opened.error)
  const stores = opened.value
  await ensureSigningKey(stores.signingKeys, 'ES256', random, clock())
  const keys = store === 'join' ? nobodys : await setUp(stores)
  const server = await startServer(config.value, write, () => Promise.resolve(opened))
  if (!server.ok) throw new Error(server.error)
  return { url: server.value.url, ...keys }
}

/** The same Node server and framework with routes that answer as much, and do nothing for it. */
async function serveBare(): Promise<Listening> {
  const app = new Hono()
  const verdict = { verdict: 'likely_human', score: 90, action: 'allow', detection_ids: [], reason: 'No rule matched.' }
  app.get('/v1/sessions/:token/verdict', (c) => c.json(verdict))
  app.post('/v1/events', async (c) =>
    c.json({ session_token: 'sess_bare', accepted: (await c.req.json()).events.length, duplicates: 0 }, 202),
  )
  app.post('/score', async (c) => c.json(await c.req.json()))
  const challenge = { challenge: 'A'.repeat(400), nonce: 'A'.repeat(22), session: `sess_${'A'.repeat(22)}`, now: 1, expiresIn: 300 }
  app.post('/v1/challenge', async (c) => c.json({ ...challenge, ...(await c.req.json()) }))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, siteKey: SITE_KEY, privateKey: 'sk_bare', scoreKeys: ['afk_bare'], accountTokens: [] }
}

async function serve([kind = '', folder = '', settings = '{}']: readonly string[]): Promise<Listening> {
  if (kind === 'bare') return serveBare()
  // As the server's command does, and writes them.
  collectEarly()
  const { write } = gatherLines((lines) => void process.stderr.write(`${lines}\n`))
  return serveVouchsafe(kind === 'memory' || kind === 'join' ? kind : 'sqlite', join(folder, kind), JSON.parse(settings), write)
}

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** What is left once everything that nobody holds is cleared up. */
function memory(): { readonly rss: number; readonly heap: number } {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heap: heapUsed + external }
}

process.send?.(await serve(process.argv.slice(2)))
process.on('message', (what) => process.send?.(what === 'memory' ? memory() : processorTime()))
process.once('disconnect', () => process.exit())
