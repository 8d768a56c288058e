import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import { type ApiName, apiOf } from '../../core/control/key-kinds.js'
import type { ApiKey, Counters } from '../../stores/ports.js'
import { type Limit, type LimitName, limits } from '../http/limit/limits.js'

/** Which lines of `limits.ts` each API counts by. */
const counted: Readonly<Record<ApiName, readonly LimitName[]>> = {
  nobotspls: ['requests'],
  detectip: ['detectip'],
  'detection-lab': ['detection', 'verification'],
  yeb: ['crawlers'],
}

export interface WindowUsage {
  readonly name: LimitName
  readonly window: Seconds
  readonly limit: number
  readonly used: number
  readonly remaining: number
  readonly resetsAt: EpochSeconds
}

export interface KeyUsage {
  readonly key: ApiKey
  readonly api: ApiName
  readonly windows: readonly WindowUsage[]
}

async function readWindow(name: LimitName, { limit, window }: Limit, keyId: string, counters: Pick<Counters, 'read'>, now: EpochSeconds) {
  const used = await counters.read(`${name}:${keyId}`, window, now)
  const resetsAt = (Math.floor(now / window) + 1) * window
  return { name, window, limit, used, remaining: Math.max(0, limit - used), resetsAt }
}

/** What each key has used in the windows that are running. Of keys that were revoked nothing is said. */
export async function readUsage(keys: readonly ApiKey[], counters: Pick<Counters, 'read'>, now: EpochSeconds): Promise<KeyUsage[]> {
  const known = keys.flatMap((key) => {
    const api = key.revokedAt === undefined ? apiOf(key.kind) : undefined
    return api ? [{ key, api }] : []
  })
  return Promise.all(
    known.map(async ({ key, api }) => {
      const lines = counted[api].flatMap((name) => limits[name][key.tier].map((limit) => [name, limit] as const))
      return { key, api, windows: await Promise.all(lines.map(([name, limit]) => readWindow(name, limit, key.id, counters, now))) }
    }),
  )
}
