import type { EpochSeconds } from '../../../shared/units.js'
import type { Counters, Tier } from '../../stores/ports.js'
import { counterOf } from '../http/limit/limiter.js'
import { type Limit, type LimitName, limits } from '../http/limit/limits.js'

/** What Detection Lab calls them (LAB-06). */
export const tierNames: Readonly<Record<Tier, string>> = { free: 'sandbox', pro: 'pro' }

const quotaOf = (name: LimitName, tier: Tier): Limit | undefined => (limits[name][tier] as readonly Limit[]).find(({ isQuota }) => isQuota)

export const perMinuteOf = (name: LimitName, tier: Tier): number =>
  (limits[name][tier] as readonly Limit[]).find(({ window }) => window === 60)?.limit ?? 0

export const creditsOf = (name: LimitName, tier: Tier): number => quotaOf(name, tier)?.limit ?? 0

/** Of this month. */
export async function creditsLeft(name: LimitName, tier: Tier, keyId: string, counters: Counters, now: EpochSeconds): Promise<number> {
  const quota = quotaOf(name, tier)
  if (!quota) return 0
  return Math.max(0, quota.limit - (await counters.read(counterOf(name, keyId), quota.window, now)))
}
