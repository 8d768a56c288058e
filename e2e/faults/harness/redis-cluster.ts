import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../support/machine/free-port.js'
import { type RedisProcess, startRedis } from './redis.js'

export interface RedisCluster {
  readonly url: string
  readonly primaries: readonly RedisProcess[]
  readonly replicas: readonly RedisProcess[]
  /** Resolves when every node that runs says that all is served. */
  untilWhole(): Promise<void>
  remove(): Promise<void>
}

const SLOTS = 16_384
const PRIMARIES = 3
const PATIENCE = 60_000
/** How long a node may be silent before it is given up, in ms. */
const SILENCE = '2000'

async function startNode(name: string): Promise<RedisProcess> {
  const bus = await freePort()
  return startRedis(name, [
    '--cluster-enabled',
    'yes',
    '--cluster-port',
    String(bus),
    '--cluster-node-timeout',
    SILENCE,
    '--cluster-replica-validity-factor',
    '0',
    '--repl-diskless-sync-delay',
    '0',
  ])
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await pause(50)) if (await isSo().catch(() => false)) return
  throw new Error(`after a minute the cluster is not yet ${what}`)
}

/** Three primaries with a replica each, on free ports of this machine. @throws MissingError */
export async function startRedisCluster(): Promise<RedisCluster> {
  const names = Array.from({ length: 2 * PRIMARIES }, (_, i) => `${i < PRIMARIES ? 'primary' : 'replica'}-${(i % PRIMARIES) + 1}`)
  const nodes = await Promise.all(names.map(startNode))
  const [primaries, replicas] = [nodes.slice(0, PRIMARIES), nodes.slice(PRIMARIES)]
  const [first] = primaries as [RedisProcess]
  for (const [i, node] of primaries.entries()) {
    const [from, to] = [i, i + 1].map((part) => Math.ceil((part * SLOTS) / PRIMARIES)) as [number, number]
    await node.run('CLUSTER', 'ADDSLOTSRANGE', from, to - 1)
    await node.run('CLUSTER', 'SET-CONFIG-EPOCH', i + 1)
  }
  for (const node of nodes.slice(1)) {
    const [, bus] = (await node.run('CONFIG', 'GET', 'cluster-port')) as [string, string]
    await first.run('CLUSTER', 'MEET', '127.0.0.1', node.port, bus)
  }
  const knows = async (node: RedisProcess) => String(await node.run('CLUSTER', 'INFO')).includes(`cluster_known_nodes:${nodes.length}`)
  await until('acquainted', async () => (await Promise.all(nodes.map(knows))).every(Boolean))
  for (const [i, replica] of replicas.entries())
    await replica.run('CLUSTER', 'REPLICATE', String(await primaries[i]!.run('CLUSTER', 'MYID')))
  const isLinked = async (node: RedisProcess) => {
    const said = String(await node.run('INFO', 'replication'))
    return said.includes('role:master') || said.includes('master_link_status:up')
  }
  const isWhole = async (node: RedisProcess) =>
    String(await node.run('CLUSTER', 'INFO')).includes('cluster_state:ok') && (await isLinked(node))
  const untilWhole = () => until('whole', async () => (await Promise.all(nodes.map(isWhole))).every(Boolean))
  await untilWhole()
  return {
    url: `redis://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?mode=cluster`,
    ...{ primaries, replicas, untilWhole },
    remove: async () => void (await Promise.all(nodes.map((node) => node.remove()))),
  }
}
