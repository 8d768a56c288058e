import { parseRedisUrl, type RedisSettings } from './parse-redis-url.js'

interface StoreEnvironment {
  readonly VOUCHSAFE_REDIS_URL?: string | undefined
  readonly VOUCHSAFE_DATABASE_URL?: unknown
}

/** @returns undefined where what is hot lies with the rest */
export function redisSettings({ VOUCHSAFE_REDIS_URL: url }: StoreEnvironment): RedisSettings | undefined {
  const parsed = url === undefined ? undefined : parseRedisUrl(url)
  return parsed?.ok ? parsed.value : undefined
}

/** What is wrong, without what may be a password. */
export function redisFaults({ VOUCHSAFE_REDIS_URL: url, VOUCHSAFE_DATABASE_URL: database }: StoreEnvironment): readonly string[] {
  if (url === undefined) return []
  const parsed = parseRedisUrl(url)
  return [
    ...(parsed.ok ? [] : parsed.error).map((fault) => `VOUCHSAFE_REDIS_URL ${fault}.`),
    ...(database === undefined ? ['VOUCHSAFE_REDIS_URL needs VOUCHSAFE_DATABASE_URL beside it: Redis holds only what expires.'] : []),
  ]
}
