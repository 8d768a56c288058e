import { openRedisPorts } from '../../stores/redis/open-redis-ports.js'
import type { RedisSettings } from '../../stores/redis/parse-redis-url.js'
import { bad, type Finding, good } from './checkup.js'

/** Whether it answers, keeps what it must keep, and has the same time: what a server looks at when it starts. */
export async function examineRedis(settings: RedisSettings): Promise<Finding> {
  const opened = await openRedisPorts(settings)
  if (!opened.ok) return bad(opened.error.replace(/\.$/, ''), 'Mend that, or VOUCHSAFE_REDIS_URL.')
  await opened.value.close()
  return good('answers, forgets nothing to make room, and has the same time')
}
