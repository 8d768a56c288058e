import type { ReplayGuard } from '../ports.js'
import { CLAIM_GRACE } from '../retention.js'
import { type Prunable, pruneMap } from './prune-map.js'

export function createMemoryReplayGuard(): ReplayGuard & Prunable {
  const claims = new Map<string, number>()
  return {
    async claimOnce(id, until) {
      if (claims.has(id)) return false
      claims.set(id, until)
      return true
    },
    prune: (now) => pruneMap(claims, (until) => until <= now - CLAIM_GRACE),
  }
}
