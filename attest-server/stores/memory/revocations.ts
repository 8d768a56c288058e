import { NO_PROJECT, REVOKING_PROJECTS, type Revocations } from '../ports.js'
import { type Prunable, pruneMap } from './prune-map.js'

interface Kept {
  readonly projectId: string
  readonly until: number
}

/** @param most revocations of one project. */
export function createMemoryRevocations(most: number): Revocations & Prunable {
  const revocations = new Map<string, Kept>()
  const count = (now: number, isCounted: (kept: Kept) => boolean): number =>
    [...revocations.values()].filter((kept) => kept.until > now && isCounted(kept)).length
  const hasRoom = (projectId: string, now: number, share: number): boolean =>
    count(now, (kept) => kept.projectId === projectId) < share * most &&
    (projectId === NO_PROJECT || count(now, (kept) => kept.projectId !== NO_PROJECT) < REVOKING_PROJECTS * most)
  return {
    async add(projectId, digest, until, now, share = 1) {
      const known = revocations.get(digest)
      const holds = known !== undefined && known.until > now
      if (!holds && !hasRoom(projectId, now, share)) return false
      revocations.set(digest, { projectId, until: Math.max(until, known?.until ?? until) })
      return true
    },
    list: async (now) =>
      Array.from(revocations, ([digest, { until }]) => (until > now ? [digest] : []))
        .flat()
        .sort(),
    prune: (now) => pruneMap(revocations, ({ until }) => until <= now),
  }
}
