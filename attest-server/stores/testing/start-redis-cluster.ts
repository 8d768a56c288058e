import { freePort } from '../../testing/free-port.js'
import { startRedis, type TestRedis } from './start-redis.js'

const SLOTS = 16_384

export interface TestCluster {
  readonly url: string
  readonly nodes: readonly TestRedis[]
  remove(): Promise<void>
}

async function startNode(): Promise<TestRedis> {
  const bus = await freePort()
  return startRedis({
    settings: [
      ['cluster-enabled', 'yes'],
      ['cluster-port', `${bus}`],
      ['cluster-node-timeout', '2000'],
    ],
  })
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Three primaries without replicas on free ports of this machine; some two seconds until they agree. */
export async function startRedisCluster(): Promise<TestCluster> {
  const nodes = [await startNode(), await startNode(), await startNode()]
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
  return {
    url: `redis://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?mode=cluster`,
    nodes,
    remove: async () => void (await Promise.all(nodes.map((node) => node.remove()))),
  }
}
