import type { ReplayGuard } from '../ports.js'
import { CLAIM_GRACE } from '../retention.js'
import { type Prunable, pruneMap } from './prune-map.js'

export function createMemoryReplayGuard(): ReplayGuard & Prunable {
  const claims = new Map<string, { readonly until: number; readonly holder: string | undefined }>()
  return {
    async claimOnce(id, _from, until, holder) {
      const first = claims.get(id)
      if (first) return holder !== undefined && first.holder === holder
      claims.set(id, { until, holder })
      return true
    },
    prune: (now) => pruneMap(claims, ({ until }) => until <= now - CLAIM_GRACE),
  }
}
