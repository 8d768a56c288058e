import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { testStores } from '../contract/index.js'
import { StoreUnavailable } from '../ports.js'
import { openPorts, redisAsStores } from '../testing/redis-as-stores.js'
import { startRedisCluster, type TestCluster } from '../testing/start-redis-cluster.js'

const FAR = 2_100_000_000

let cluster: TestCluster
beforeAll(async () => {
  cluster = await startRedisCluster()
}, 30_000)
afterAll(() => cluster.remove())

testStores('Redis Cluster', (limits) => redisAsStores(cluster.url, cluster.nodes, limits))

it('a node of a Redis Cluster that hangs is not available within two seconds, and is by itself when it goes on', async () => {
  const ports = await openPorts(cluster.url)
  const claim = (name: string) => (_: unknown, i: number) => ports.replays.claimOnce(`${name} ${i}`, FAR, FAR + 60)
  const ids = Array.from({ length: 60 })
  const begun = performance.now()
  await cluster.nodes[0]!.signal('SIGSTOP')
  const claims = await Promise.allSettled(ids.map(claim('a')))
  expect(performance.now() - begun).toBeLessThan(2000)
  await cluster.nodes[0]!.signal('SIGCONT')
  const refused = claims.filter((one) => one.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThan(ids.length)
  expect(refused.every(({ reason }) => reason instanceof StoreUnavailable)).toBe(true)
  await vi.waitFor(() => ports.check(), 8000)
  expect(await Promise.all(ids.map(claim('b')))).toEqual(ids.map(() => true))
  await ports.close()
})
