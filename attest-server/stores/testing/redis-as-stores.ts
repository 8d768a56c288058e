import { combineStores } from '../combine-stores.js'
import { openMemoryStores } from '../memory/open-memory-stores.js'
import type { StoreLimits, Stores } from '../ports.js'
import { openRedisPorts, type RedisPorts } from '../redis/open-redis-ports.js'
import { parseRedisUrl } from '../redis/parse-redis-url.js'
import type { TestRedis } from './start-redis.js'

export async function openPorts(url: string, limits?: StoreLimits): Promise<RedisPorts> {
  const settings = parseRedisUrl(url)
  if (!settings.ok) throw new Error(settings.error.join('; '))
  const ports = await openRedisPorts(settings.value, limits)
  if (!ports.ok) throw new Error(ports.error)
  return ports.value
}

/** Redis forgets by its own clock: here it forgets whatever it would have by then. @returns how many keys. */
async function forgetUntil(seconds: number, nodes: readonly TestRedis[]): Promise<number> {
  let gone = 0
  for (const node of nodes) {
    for (const key of (await node.run('KEYS', '*')) as string[]) {
      const end = Number(await node.run('PEXPIRETIME', key))
      if (end >= 0 && end <= seconds * 1000) gone += Number(await node.run('DEL', key))
    }
  }
  return gone
}

/** What Redis holds, from it, twice; the rest from memory, once. */
export async function redisAsStores(url: string, nodes: readonly TestRedis[], limits: StoreLimits): Promise<readonly [Stores, Stores]> {
  await Promise.all(nodes.map((node) => node.run('FLUSHALL')))
  const both = [await openPorts(url, limits), await openPorts(url, limits)] as const
  const memory = openMemoryStores(limits)
  const whole = (ports: RedisPorts): Stores =>
    combineStores(memory, { ...ports, prune: async (now) => (await ports.prune(now)) + (await forgetUntil(now, nodes)) })
  return [whole(both[0]), whole(both[1])]
}
