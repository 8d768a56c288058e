import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { makeCertificate } from '../../testing/make-certificate.js'
import { openPorts } from '../testing/redis-as-stores.js'
import { startRedis, type TestRedis } from '../testing/start-redis.js'
import { startSentinel } from '../testing/start-sentinel.js'
import type { RedisPorts } from './open-redis-ports.js'

const LIFE = 300
const now = () => Math.floor(Date.now() / 1000)
const endings: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of endings.reverse()) await end()
})

async function node(settings: readonly (readonly [string, ...string[]])[] = []): Promise<TestRedis> {
  const redis = await startRedis({ settings: [['repl-diskless-sync-delay', '0'], ...settings] })
  endings.push(redis.remove)
  return redis
}
async function connect(url: string): Promise<RedisPorts> {
  const ports = await openPorts(url)
  endings.push(ports.close)
  return ports
}

/** A challenge of this moment, claimed. As soon as one is given, those of before are what is looked at. @returns what claims it again */
async function claimed(ports: RedisPorts): Promise<() => Promise<boolean>> {
  const take = (id: string, from: number) => ports.replays.claimOnce(id, from, from + LIFE)
  const again = await vi.waitFor(
    async () => {
      const [id, from] = [randomUUID(), now()]
      expect(await take(id, from)).toBe(true)
      return () => take(id, from)
    },
    { timeout: 20_000, interval: 100 },
  )
  expect(await again()).toBe(false)
  return again
}

/** As if it never came to a replica, or to the disk. */
async function lose(redis: TestRedis): Promise<number> {
  const keys = (await redis.run('KEYS', 'v:c:*')) as string[]
  return keys.length === 0 ? 0 : Number(await redis.run('DEL', ...keys))
}

/** Each waits for clocks: at the same time. */
describe.concurrent('a claim that Redis has lost', { timeout: 30_000 }, () => {
  it.each([
    ['keeps nothing', []],
    ['has all on disk but the last second', [['appendonly', 'yes']] as const],
  ])('is given to nobody after kill -9 of one that %s, and new ones are', async (_, settings) => {
    const redis = await node(settings)
    const ports = await connect(redis.url)
    const again = await claimed(ports)
    await redis.signal('SIGKILL')
    await redis.start()
    await lose(redis)
    await vi.waitFor(() => ports.check(), 5000)
    expect(await again()).toBe(false)
    await claimed(ports)
    expect(await again()).toBe(false)
  })

  it.each([
    ['in the clear', undefined],
    ['all of them over TLS', makeCertificate()],
  ])('is given to nobody when a Sentinel puts the replica in the place of the primary, %s', async (_, tls) => {
    const sentinel = await startSentinel(tls)
    endings.push(sentinel.remove)
    const ports = await connect(sentinel.url)
    const again = await claimed(ports)
    await sentinel.primary.signal('SIGKILL')
    const later = claimed(ports).catch(() => undefined)
    await vi.waitFor(async () => expect(String(await sentinel.replica.run('ROLE'))).toMatch(/^master/), { timeout: 15_000, interval: 20 })
    await lose(sentinel.replica)
    // The first answer that there is.
    expect(await vi.waitFor(again, { timeout: 10_000, interval: 20 })).toBe(false)
    await later
    await claimed(ports)
    expect(await again()).toBe(false)
  })

  it('is given to nobody by a primary that was another’s replica in between, over the same connection', async () => {
    const [first, second] = [await node(), await node()]
    await second.run('REPLICAOF', '127.0.0.1', first.port)
    const isUp = async (redis: TestRedis) => expect(String(await redis.run('INFO', 'replication'))).toContain('master_link_status:up')
    await vi.waitFor(() => isUp(second), 5000)
    const ports = await connect(first.url)
    const again = await claimed(ports)
    await second.run('REPLICAOF', 'NO', 'ONE')
    await lose(second)
    await first.run('REPLICAOF', '127.0.0.1', second.port)
    await vi.waitFor(() => isUp(first), 5000)
    await first.run('REPLICAOF', 'NO', 'ONE')
    expect(await first.run('KEYS', 'v:c:*')).toEqual([])
    expect(await again()).toBe(false)
  })

  it('is given to nobody when all was flushed', async () => {
    const redis = await node()
    const ports = await connect(redis.url)
    const again = await claimed(ports)
    await redis.run('FLUSHALL')
    expect(await again()).toBe(false)
  })
})
