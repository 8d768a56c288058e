import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import { random } from '../../compose/compose-deps.js'
import { type Config, parseConfig } from '../../config.js'
import { makeSecretKey } from '../../keys/secret-key.js'
import { type RunningServer, startServer } from '../../main.js'
import { createDevice, honestClaims, signEvidence } from '../../testing/honest-client.js'
import { browserHeaders } from '../../testing/test-server.js'
import { openStores } from '../open.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { startRedis, type TestRedis } from '../testing/start-redis.js'
import { markerOf } from './epoch.js'
import { shards } from './names.js'

const ORIGIN = 'http://localhost:3000'
const SITE_KEY = 'pk_AAAAAAAAAAAAAAAAAAAAAA'

let redis: TestRedis
let postgres: TestPostgres
let servers: readonly [RunningServer, RunningServer]

async function makeProject(config: Config): Promise<void> {
  const stores = await openStores(config)
  if (!stores.ok) throw new Error(stores.error)
  const { stored } = await makeSecretKey('prj_shop', random)
  const project = { id: 'prj_shop', name: 'Shop', siteKey: SITE_KEY, origins: ['loopback'], enforce: true, noscript: false, createdAt: 0 }
  await stores.value.projects.create(project, stored)
  await stores.value.close()
}
async function start(config: Config): Promise<RunningServer> {
  const server = await startServer(config, () => undefined)
  if (!server.ok) throw new Error(server.error)
  return server.value
}
/** Until a challenge of this moment is one that Redis would know. Each shard says since when it does: not all of them say the same second. */
async function knowsAll(): Promise<void> {
  const marks = await Promise.all(shards.map((shard) => redis.run('GET', markerOf(shard))))
  const since = marks.map((mark) => Number(String(mark).split(' ')[1]))
  expect(Math.max(...since)).toBeLessThanOrEqual(Math.floor(Date.now() / 1000))
}

beforeAll(async () => {
  redis = await startRedis()
  postgres = await startPostgres()
  const config = parseConfig({
    PORT: '0',
    VOUCHSAFE_DATABASE_URL: await postgres.fresh(),
    VOUCHSAFE_REDIS_URL: redis.url,
    VOUCHSAFE_POW_DIFFICULTY: '2',
    VOUCHSAFE_LOG: 'silent',
  })
  if (!config.ok) throw new Error(config.error.join('\n'))
  await makeProject(config.value)
  servers = [await start(config.value), await start(config.value)]
  await vi.waitFor(knowsAll, { timeout: 10_000, interval: 100 })
}, 30_000)
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
  await Promise.all([redis.remove(), postgres.remove()])
})

const post = ({ url }: RunningServer, path: string, body: unknown) => {
  const headers = { ...browserHeaders, origin: ORIGIN, 'content-type': 'text/plain' }
  return fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}
async function evidence(from: RunningServer): Promise<object> {
  const challenge = (await (await post(from, '/v1/challenge', { siteKey: SITE_KEY })).json()) as ChallengeResponse
  const device = await createDevice()
  return { challenge: challenge.challenge, evidence: await signEvidence(device, honestClaims(challenge, ORIGIN, device.thumbprint)) }
}
const attest = async (at: RunningServer, body: object) => (await post(at, '/v1/attest', body)).status

describe('two servers over one PostgreSQL and one Redis', { timeout: 30_000 }, () => {
  it('redeem a challenge of the one at the other, once between them', async () => {
    const [one, other] = servers
    const body = await evidence(one)
    const statuses = await Promise.all(Array.from({ length: 40 }, (_, i) => attest(i % 2 === 0 ? other : one, body)))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(39)
  })

  it('say in time that they cannot while Redis is away, and can again by themselves, but not with what was before', async () => {
    const [one, other] = servers
    const [used, unused] = [await evidence(one), await evidence(one)]
    expect(await attest(one, used)).toBe(200)
    await redis.signal('SIGKILL')
    const begun = performance.now()
    expect(await attest(other, unused)).toBe(503)
    expect((await fetch(`${other.url}/readyz`)).status).toBe(503)
    expect(performance.now() - begun).toBeLessThan(8000)
    await redis.start()
    await vi.waitFor(async () => expect(await attest(one, await evidence(other))).toBe(200), { timeout: 20_000, interval: 100 })
    expect([await attest(other, used), await attest(other, unused)]).toEqual([409, 409])
  })
})
