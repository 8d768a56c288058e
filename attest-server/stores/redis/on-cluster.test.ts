import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makeCertificate } from '../../testing/make-certificate.js'
import { testStores } from '../contract/index.js'
import { StoreUnavailable } from '../ports.js'
import { LIMITS } from '../retention.js'
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
  expect(performance.now() - begun).toBeLessThan(8000)
  await cluster.nodes[0]!.signal('SIGCONT')
  const refused = claims.filter((one) => one.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThan(ids.length)
  expect(refused.every(({ reason }) => reason instanceof StoreUnavailable)).toBe(true)
  await vi.waitFor(() => ports.check(), 8000)
  expect(await Promise.all(ids.map(claim('b')))).toEqual(ids.map(() => true))
  await ports.close()
})

it('a Redis Cluster is reached over TLS, which its nodes speak among themselves, too', async () => {
  const secret = await startRedisCluster(makeCertificate())
  const ports = await openPorts(secret.url)
  const claims = await Promise.all(Array.from({ length: 60 }, (_, i) => ports.replays.claimOnce(`id ${i % 30}`, FAR, FAR + 60)))
  expect(claims.filter(Boolean)).toHaveLength(30)
  const held = await Promise.all(secret.nodes.map(async (node) => Number(await node.run('DBSIZE'))))
  expect(Math.min(...held), 'on each node').toBeGreaterThan(0)
  await ports.close()
  await expect(openPorts(secret.url.replace(/&ca=.*/, ''))).rejects.toThrow(/cannot be used/)
  await secret.remove()
}, 30_000)

it('a Redis Cluster serves a user who may do no more than the documentation says', async () => {
  const page = readFileSync(new URL('../../../docs/distributed.md', import.meta.url), 'utf8')
  const [, rights = '', clustered = ''] = /needs `([^`]+)`, in a cluster also `([^`]+)`/.exec(page) ?? []
  const user = ['on', '>secret', '~v:*', ...rights.split(' '), ...clustered.split(' ')]
  await Promise.all(cluster.nodes.map((node) => node.run('ACL', 'SETUSER', 'little', ...user)))
  const url = cluster.url.replace('//', '//little:secret@')
  const [ports] = await redisAsStores(url, cluster.nodes, LIMITS)
  expect(await ports.replays.claimOnce('id', FAR, FAR + 60)).toBe(true)
  await ports.sessions.advance('prj_1', 'sess_1', { thumbprint: 'key', answer: 1 }, FAR)
  await ports.liveSessions.put('prj_1', 'sess_1', '{}', 0, FAR)
  expect(await ports.liveSessions.recent('prj_1', 9)).toHaveLength(1)
  await ports.sketches.meet('prj_1', { session: 'sess_1', thumbprint: 'key', bands: [1, 2, 3, 4, 5, 6], body: '' }, FAR + 60, FAR)
  await ports.counters.take('name', 1, 1, 60, FAR)
  expect(await ports.prune(FAR + 60)).toBeGreaterThanOrEqual(2)
  expect(await ports.erase('prj_1', 'sess_1')).toBe(2)
  await ports.close()
})
