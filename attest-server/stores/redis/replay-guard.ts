import type { ReplayGuard } from '../ports.js'
import { CLAIM_GRACE } from '../retention.js'
import { markerOf, now, SINCE } from './epoch.js'
import { digestOf, shardOf } from './names.js'
import { msOf, type Redis } from './redis.js'

/** Of a claim without a holder. Redis shares one object among all small numbers: it takes no memory. */
const NOBODY = '1'

/** KEYS: claim, marker. ARGV: now, when the id came to be, when it is forgotten in ms, holder. What may have been claimed before is not given away once more. */
const CLAIM = `${SINCE}
  if tonumber(ARGV[2]) < since(KEYS[2], ARGV[1]) then return 0 end
  if redis.call('SET', KEYS[1], ARGV[4], 'NX', 'PXAT', ARGV[3]) then return 1 end
  return ARGV[4] ~= '${NOBODY}' and redis.call('GET', KEYS[1]) == ARGV[4] and 1 or 0
`

export function createRedisReplayGuard(redis: Redis): ReplayGuard {
  const claim = redis.script('vouchsafeClaim', 2, CLAIM)
  return {
    async claimOnce(id, from, until, holder) {
      const digest = digestOf(id)
      const shard = shardOf(digest)
      const keys = [`v:c:${shard}${digest.slice(1)}`, markerOf(shard)]
      return (await claim(keys, now(), from, msOf(until + CLAIM_GRACE), holder === undefined ? NOBODY : `h${holder}`)) === 1
    },
  }
}
