import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { Counters } from '../ports.js'
import { digestOf, shardOf, shards } from './names.js'
import { OUTLIVE } from './outlive.js'
import { msOf, type Redis } from './redis.js'

/** A window outlives its end by this much: by a server whose clock is late it is still counted in. */
const GRACE: Seconds = 60
/** Letters of a name's digest: one more, and each counter takes 16 bytes more. */
const LETTERS = 14

/**
 * All counters of one window and shard are one hash, which goes as a whole when the window is over: half the memory of a key for each.
 * KEYS: the window's hash, the shard's windows by their end. ARGV: name, cost, limit, end, end in ms with grace, window.
 */
const TAKE = `${OUTLIVE}
  local used = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0)
  local next = used + tonumber(ARGV[2])
  if ARGV[3] ~= 'Infinity' and next > tonumber(ARGV[3]) then return { 0, string.format('%.17g', used) } end
  if next > used then redis.call('HSET', KEYS[1], ARGV[1], string.format('%.17g', next)) end
  if used == 0 and next > 0 then
    outlive(KEYS[1], ARGV[5])
    redis.call('ZADD', KEYS[2], ARGV[4], ARGV[6])
    outlive(KEYS[2], ARGV[5])
  end
  return { 1, string.format('%.17g', next) }
`

/** KEYS: the shard's windows. ARGV: now. Drops those that are over; @returns how many counters that were, then end, window and count of each that runs. */
const SURVEY = `
  local gone = 0
  for _, window in ipairs(redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE')) do
    gone = gone + redis.call('HLEN', KEYS[1] .. window)
    redis.call('UNLINK', KEYS[1] .. window)
    redis.call('ZREM', KEYS[1], window)
  end
  local running = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
  local report = { gone }
  for i = 1, #running, 2 do
    table.insert(report, running[i + 1])
    table.insert(report, running[i])
    table.insert(report, redis.call('HLEN', KEYS[1] .. running[i]))
  end
  return report
`

/** KEYS: the window's hash, the shard's windows. ARGV: how many, window. */
const DROP = `
  local names = redis.call('HRANDFIELD', KEYS[1], ARGV[1])
  if #names > 0 then redis.call('HDEL', KEYS[1], unpack(names)) end
  if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('ZREM', KEYS[2], ARGV[2]) end
  return #names
`
/** Of one hash in one go. */
const BATCH = 1000

interface Running {
  readonly shard: string
  readonly window: string
  readonly ends: number
  readonly count: number
}

const windowsOf = (shard: string): string => `v:n:${shard}`

function readSurvey(shard: string, [gone, ...rest]: readonly (number | string)[]) {
  const running = Array.from({ length: rest.length / 3 }, (_, i): Running => {
    const [ends, window, count] = rest.slice(3 * i, 3 * i + 3)
    return { shard, window: String(window), ends: Number(ends), count: Number(count) }
  })
  return { gone: Number(gone), running }
}

/** @param most windows that outlast a `prune`; those that end first go first. */
export function createRedisCounters(redis: Redis, most: number): Counters & { prune(now: EpochSeconds): Promise<number> } {
  const taking = redis.script('vouchsafeTake', 2, TAKE)
  const survey = redis.script('vouchsafeSurvey', 1, SURVEY)
  const drop = redis.script('vouchsafeDropCounters', 2, DROP)

  function placeOf(name: string, window: Seconds, now: EpochSeconds) {
    const ends = (Math.floor(now / window) + 1) * window
    const digest = digestOf(name)
    const index = windowsOf(shardOf(digest))
    const key = `:${window}:${ends}`
    return { field: digest.slice(0, LETTERS), keys: [index + key, index], window: key, ends }
  }

  async function dropSurplus(running: readonly Running[]): Promise<number> {
    let surplus = running.reduce((sum, { count }) => sum + count, 0) - most
    let gone = 0
    for (const { shard, window, count } of [...running].sort((a, b) => a.ends - b.ends)) {
      if (surplus <= 0) break
      const part = Math.min(surplus, count)
      gone += Number(await drop([windowsOf(shard) + window, windowsOf(shard)], Math.min(part, BATCH), window))
      surplus -= part
    }
    return gone
  }

  return {
    async take(name, cost, limit, window, now) {
      const place = placeOf(name, window, now)
      const [taken, used] = (await taking(
        place.keys,
        place.field,
        cost,
        limit,
        place.ends,
        msOf(place.ends + GRACE),
        place.window,
      )) as readonly [number, string]
      return { taken: taken === 1, used: Number(used), resetsAt: place.ends }
    },
    async read(name, window, now) {
      const { field, keys } = placeOf(name, window, now)
      return Number(await redis.call('HGET', keys[0]!, field))
    },
    async prune(now) {
      const reports = await Promise.all(
        shards.map(async (shard) => readSurvey(shard, (await survey([windowsOf(shard)], now)) as readonly (number | string)[])),
      )
      const over = reports.reduce((sum, { gone }) => sum + gone, 0)
      return over + (await dropSurplus(reports.flatMap(({ running }) => running)))
    },
  }
}
