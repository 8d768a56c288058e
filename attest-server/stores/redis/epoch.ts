import type { Seconds } from '../../../shared/units.js'
import { StoreUnavailable } from '../ports.js'
import { shards } from './names.js'
import type { Redis } from './redis.js'

/** Clocks of servers and of Redis may differ by so much: who is further off is not answered. */
const MOST_SKEW: Seconds = 2
/** Both are cut to whole seconds. */
const MARGIN: Seconds = MOST_SKEW + 1

/**
 * Redis answers before a write is on disk or on a replica, so that a primary that died, was restarted or replaced may have forgotten claims. Its
 * `master_replid` says so: it is a new one whenever a node begins to be primary
 * (https://redis.io/docs/latest/operate/oss_and_stack/management/replication/). Beside the claims of each shard lies the one under which they
 * were made, and since when. Where it is not this node's, or lost with the rest, all that came to be before now may have been claimed.
 *
 * Lua: `since(marker, now)`, the moment from which on every claim is known. Later by what clocks may differ: an id from a fast clock is older than it says.
 */
export const SINCE = `
  local function since(marker, now)
    local time = tonumber(redis.call('TIME')[1])
    if math.abs(time - tonumber(now)) > ${MOST_SKEW} then error('The clocks of Redis and of this server differ by more than ${MOST_SKEW} seconds.') end
    local lineage = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
    if not lineage then error('This Redis does not say its master_replid.') end
    local known, from = string.match(redis.call('GET', marker) or '', '^(%x+) (%d+)$')
    if known == lineage then return tonumber(from) end
    redis.call('SET', marker, lineage .. ' ' .. (time + ${MARGIN}))
    return time + ${MARGIN}
  end
`

export const markerOf = (shard: string): string => `v:e:${shard}`

/** The clock that Redis is compared with. */
export const now = (): number => Math.floor(Date.now() / 1000)

/**
 * A new primary is noticed when its first claim comes, and with it what came to be before is refused. Noticed here already, that is less.
 * @returns what looks at every shard. @throws StoreUnavailable where one does not answer, or forgets claims when it is full.
 */
export function createWatch(redis: Redis): () => Promise<void> {
  const look = redis.script(
    'vouchsafeLook',
    1,
    `${SINCE}
    local policy = string.match(redis.call('INFO', 'memory'), 'maxmemory_policy:(%S+)')
    if policy ~= 'noeviction' then return policy or '' end
    since(KEYS[1], ARGV[1])`,
  )
  return async () => {
    const policies = await Promise.all(shards.map((shard) => look([markerOf(shard)], now())))
    const policy = policies.find((found) => found !== null)
    if (policy !== undefined) throw new StoreUnavailable(`Set its maxmemory-policy to noeviction, not ${policy}: else it forgets claims.`)
  }
}
