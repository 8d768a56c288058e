import { err, ok, type Result } from '../../../shared/result.js'
import type { PartialStores } from '../combine-stores.js'
import type { StoreLimits, Stores, StoreUnavailable } from '../ports.js'
import { LIMITS } from '../retention.js'
import { connectRedis } from './connect-redis.js'
import { createRedisCounters } from './counters.js'
import { createWatch } from './epoch.js'
import { createRedisLiveSessions } from './live-sessions.js'
import type { RedisSettings } from './parse-redis-url.js'
import { createRedis } from './redis.js'
import { createRedisReplayGuard } from './replay-guard.js'
import { createRedisSessions } from './sessions.js'
import { createRedisSketches } from './sketches.js'

/** What is hot and expires. */
export type RedisPorts = PartialStores & Pick<Stores, 'replays' | 'counters' | 'sessions' | 'liveSessions' | 'sketches'>

/** @returns what is wrong in words, when Redis does not answer or forgets what it must keep. */
export async function openRedisPorts(
  settings: RedisSettings,
  limits: Pick<StoreLimits, 'counters' | 'liveSessions' | 'sketches'> = LIMITS,
): Promise<Result<RedisPorts, string>> {
  const client = await connectRedis(settings)
  if (!client.ok) return client
  const redis = createRedis(client.value)
  const watch = createWatch(redis)
  try {
    await watch()
  } catch (error) {
    redis.close()
    const { cause } = error as StoreUnavailable
    return err(`Redis cannot be used. ${cause instanceof Error ? cause.message : String(cause)}`)
  }
  // A new primary is noticed as soon as it is there.
  client.value.on('ready', () => void watch().catch(() => undefined))
  const [sessions, liveSessions, sketches] = [
    createRedisSessions(redis),
    createRedisLiveSessions(redis, limits.liveSessions),
    createRedisSketches(redis, limits.sketches),
  ]
  const counters = createRedisCounters(redis, limits.counters)
  const sum = async (parts: readonly Promise<number>[]) => (await Promise.all(parts)).reduce((all, part) => all + part, 0)
  return ok({
    replays: createRedisReplayGuard(redis),
    counters,
    sessions,
    liveSessions,
    sketches,
    erase: (projectId, session) => sum([sessions, liveSessions, sketches].map((port) => port.erase(projectId, session))),
    // Claims and paces go by themselves, each with its key.
    prune: (now) => sum([counters, liveSessions, sketches].map((port) => port.prune(now))),
    check: watch,
    close: async () => redis.close(),
  })
}
