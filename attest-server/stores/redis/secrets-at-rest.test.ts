import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Secrets, useSecrets } from '../../testing/use-secrets.js'
import { LIMITS } from '../retention.js'
import { redisAsStores } from '../testing/redis-as-stores.js'
import { startRedis, type TestRedis } from '../testing/start-redis.js'

/** The same as of a file: here, of all keys, and what each would be moved to another Redis with. */
let redis: TestRedis
let used: Secrets
let held: string

beforeAll(async () => {
  redis = await startRedis()
  const [stores, others] = await redisAsStores(redis.url, [redis], LIMITS)
  // Redis forgets by its own clock, and refuses what is older than it is.
  used = await useSecrets(stores, Date.now() / 1000 + 3600)
  const keys = (await redis.run('KEYS', '*')) as string[]
  const read: Readonly<Record<string, readonly string[]>> = {
    string: ['GET'],
    hash: ['HGETALL'],
    zset: ['ZRANGE', '0', '-1'],
    set: ['SMEMBERS'],
    stream: ['XRANGE', '-', '+'],
  }
  const values = await Promise.all(
    keys.map(async (key) => {
      const [verb, ...rest] = read[String(await redis.run('TYPE', key))]!
      return JSON.stringify(await redis.run(verb!, key, ...rest))
    }),
  )
  held = ['', ...keys, ...values].join('\n')
  await Promise.all([stores.close(), others.close()])
}, 60_000)
afterAll(() => redis.remove())

describe('after everybody has used what they have,', () => {
  it('Redis holds what was done with it, so that the search below looks in the right place', () => {
    // Counts, paces, live sessions and claims.
    for (const kind of ['v:n:', 'v:p:', 'v:l:', 'v:c:']) expect(held.includes(`\n${kind}`), kind).toBe(true)
    expect(used.secrets.size).toBeGreaterThan(15)
  })
  it('no secret stands in what it holds', () => {
    expect([...used.secrets].flatMap(([what, secret]) => (held.includes(secret) ? [what] : []))).toEqual([])
  })
})
