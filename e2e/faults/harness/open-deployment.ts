import { type Deployment, type DeploymentName, deploymentOn } from './deployment.js'
import { startPostgres } from './postgres.js'
import { startRedis } from './redis.js'
import { startRedisCluster } from './redis-cluster.js'
import { startTcpProxy } from './tcp-proxy.js'
import { temporaryFolder } from './temporary-folder.js'

interface Removable {
  remove(): Promise<void>
}

const removing = (all: readonly Removable[]) => async (): Promise<void> => void (await Promise.all(all.map((one) => one.remove())))

async function openEmbedded(): Promise<Deployment> {
  const folder = temporaryFolder('data')
  return deploymentOn({ name: 'embedded', dataDir: folder.path, parts: [], env: {}, forget: removing([folder]) })
}

async function openPostgres(): Promise<Deployment> {
  const [postgres, folder] = [await startPostgres(), temporaryFolder('data')]
  const env = { VOUCHSAFE_DATABASE_URL: postgres.url }
  return deploymentOn({ name: 'postgres', dataDir: folder.path, parts: [postgres], env, forget: removing([postgres, folder]) })
}

async function openRedis(): Promise<Deployment> {
  const [postgres, redis, folder] = [await startPostgres(), await startRedis(), temporaryFolder('data')]
  const proxy = await startTcpProxy(redis.port)
  const env = { VOUCHSAFE_DATABASE_URL: postgres.url, VOUCHSAFE_REDIS_URL: `redis://127.0.0.1:${proxy.port}` }
  const parts = [postgres, { ...redis, proxy }]
  return deploymentOn({ name: 'redis', dataDir: folder.path, parts, env, forget: removing([redis, postgres, proxy, folder]) })
}

async function openCluster(): Promise<Deployment> {
  const [postgres, cluster, folder] = [await startPostgres(), await startRedisCluster(), temporaryFolder('data')]
  const env = { VOUCHSAFE_DATABASE_URL: postgres.url, VOUCHSAFE_REDIS_URL: cluster.url }
  // One that was given up comes back as the replica of the one in its place.
  const parts = cluster.primaries.map((node) => ({ ...node, start: () => node.start().then(cluster.untilWhole) }))
  return deploymentOn({ name: 'cluster', dataDir: folder.path, parts, env, forget: removing([cluster, postgres, folder]) })
}

/** Each opens one that nobody has used. They throw MissingError where its programs are not on this machine. */
export const openDeployment: Readonly<Record<DeploymentName, () => Promise<Deployment>>> = {
  embedded: openEmbedded,
  postgres: openPostgres,
  redis: openRedis,
  cluster: openCluster,
}
