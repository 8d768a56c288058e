import type { EpochSeconds } from '../../../../shared/units.js'
import type { Caller } from '../../../core/caller.js'
import type { Fault } from '../../../core/fault.js'
import type { Counters, Take } from '../../../stores/ports.js'
import { type Limit, type LimitName, limits } from './limits.js'

export interface Turn {
  /** Undefined where there is room. */
  readonly fault: Fault | undefined
  /** What the answer says of the limit, whichever way it went. */
  readonly headers: Readonly<Record<string, string>>
}

/** @param who a key's id, an account’s, or an address; undefined for those of whom nothing is known, who count together. */
export type Limiter = (name: LimitName, tier: Caller['tier'], who: string | undefined, cost: number) => Promise<Turn>

/** What a limit is counted under. */
export const counterOf = (name: LimitName, who: string): string => `${name}:${who}`

/**
 * `RateLimit-*`: seconds until it is reset (draft-ietf-httpapi-ratelimit-headers-07); `X-RateLimit-*`: the time when it is, as Detection Lab
 * documents it (LAB-04).
 */
function headersOf({ limit, window }: Limit, { used, resetsAt }: Take, now: EpochSeconds): Record<string, string> {
  const remaining = String(Math.max(0, limit - used))
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': remaining,
    'RateLimit-Reset': String(Math.max(0, Math.ceil(resetsAt - now))),
    'RateLimit-Policy': `${limit};w=${window}`,
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': remaining,
    'X-RateLimit-Reset': String(Math.ceil(resetsAt)),
  }
}

function faultOf({ isQuota }: Limit, resetsAt: EpochSeconds, now: EpochSeconds): Fault {
  const retryAfter = Math.max(1, Math.ceil(resetsAt - now))
  return isQuota ? { code: 'quota-exceeded', retryAfter } : { code: 'rate-limited', retryAfter }
}

/** Takes from each window, the shortest first, and tells of the one that is first in the list or that refused. */
export function createLimiter(counters: Counters, clock: () => EpochSeconds): Limiter {
  return async (name, tier, who, cost) => {
    const now = clock()
    let headers: Record<string, string> = {}
    const windows: readonly Limit[] = limits[name][tier]
    for (const [index, limit] of windows.filter(({ isOfOne }) => who !== undefined || !isOfOne).entries()) {
      const taken = await counters.take(counterOf(name, who ?? 'unknown'), cost, limit.limit, limit.window, now)
      if (!taken.taken) {
        const fault = faultOf(limit, taken.resetsAt, now)
        return { fault, headers: headersOf(limit, taken, now) }
      }
      if (index === 0) headers = headersOf(limit, taken, now)
    }
    return { fault: undefined, headers }
  }
}
