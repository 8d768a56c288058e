import { freePort } from '../../testing/free-port.js'
import { type RedisWishes, startRedis, type TestRedis } from './start-redis.js'

const SLOTS = 16_384

export interface TestCluster {
  readonly url: string
  readonly nodes: readonly TestRedis[]
  remove(): Promise<void>
}

async function startNode(tls: RedisWishes['tls']): Promise<TestRedis> {
  const bus = await freePort()
  return startRedis({
    ...(tls ? { tls } : {}),
    settings: [
      ['tls-cluster', tls ? 'yes' : 'no'],
      ['cluster-enabled', 'yes'],
      ['cluster-port', `${bus}`],
      ['cluster-node-timeout', '2000'],
    ],
  })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/**
 * Three primaries without replicas on free ports of this machine; some two seconds until they agree.
 * @param tls of all of them, also between each other; they take nothing else then
 */
export async function startRedisCluster(tls?: RedisWishes['tls']): Promise<TestCluster> {
  const nodes = [await startNode(tls), await startNode(tls), await startNode(tls)]
  for (const [i, node] of nodes.entries()) {
    const [first, last] = [i, i + 1].map((part) => Math.ceil((part * SLOTS) / nodes.length))
    await node.run('CLUSTER', 'ADDSLOTSRANGE', first!, last! - 1)
    await node.run('CLUSTER', 'SET-CONFIG-EPOCH', i + 1)
    const bus = String(((await node.run('CONFIG', 'GET', 'cluster-port')) as string[])[1])
    if (i > 0) await nodes[0]!.run('CLUSTER', 'MEET', '127.0.0.1', node.port, bus)
  }
  const isWhole = async (node: TestRedis) => {
    const info = String(await node.run('CLUSTER', 'INFO'))
    return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${nodes.length}`)
  }
  await until(async () => (await Promise.all(nodes.map(isWhole))).every(Boolean))
  const [, authority = ''] = nodes[0]!.url.split('?')
  return {
    url: `${tls ? 'rediss' : 'redis'}://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?mode=cluster${authority === '' ? '' : `&${authority}`}`,
    nodes,
    remove: async () => void (await Promise.all(nodes.map((node) => node.remove()))),
  }
}
