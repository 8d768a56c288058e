import { afterAll, beforeAll } from 'vitest'
import { testStores } from '../contract/index.js'
import { redisAsStores } from '../testing/redis-as-stores.js'
import { startRedis, type TestRedis } from '../testing/start-redis.js'

let redis: TestRedis
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

testStores('Redis', (limits) => redisAsStores(redis.url, [redis], limits))
