import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRedisUrl } from '../../stores/redis/parse-redis-url.js'
import { startRedis, type TestRedis } from '../../stores/testing/start-redis.js'
import { examineRedis } from './of-redis.js'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

function examined(url: string) {
  const settings = parseRedisUrl(url)
  if (!settings.ok) throw new Error(settings.error.join())
  return examineRedis(settings.value)
}

describe('vouchsafe doctor, of Redis', () => {
  it('says that all is well', async () => {
    expect(await examined(redis.url)).toEqual({ state: 'good', said: expect.stringMatching(/^answers/) })
  })

  it('says that it drops keys when it is full', async () => {
    await redis.run('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru')
    expect(await examined(redis.url)).toMatchObject({ state: 'bad', said: expect.stringContaining('noeviction') })
    await redis.run('CONFIG', 'SET', 'maxmemory-policy', 'noeviction')
  })

  it('says that it is away', async () => {
    expect(await examined('redis://127.0.0.1:1')).toMatchObject({
      state: 'bad',
      said: expect.stringContaining('127.0.0.1:1 cannot be used'),
    })
  })
})
