import type { EpochSeconds } from '../../../shared/units.js'
import type { Counters } from '../ports/counters.js'

interface Count {
  readonly resetsAt: EpochSeconds
  used: number
}

/** Counts that run at a time; those of windows that are over go first, then those that were begun first. About 150 bytes each. */
const MOST_COUNTS = 100_000

/** Makes room without looking at everything for each request: the older half of what is left goes only where nothing has ended. */
function makeRoom(counts: Map<string, Count>, now: EpochSeconds): void {
  for (const [name, { resetsAt }] of counts) if (resetsAt <= now) counts.delete(name)
  if (counts.size < MOST_COUNTS) return
  let left = MOST_COUNTS / 2
  for (const name of counts.keys()) if (left-- > 0) counts.delete(name)
}

/** Counters of one process. */
export function createMemoryCounters(): Counters {
  const counts = new Map<string, Count>()

  function current(name: string, window: number, now: EpochSeconds): Count {
    const resetsAt = (Math.floor(now / window) + 1) * window
    const known = counts.get(`${window}:${name}`)
    return known?.resetsAt === resetsAt ? known : { resetsAt, used: 0 }
  }

  return {
    async take(name, cost, limit, window, now) {
      const count = current(name, window, now)
      if (count.used + cost > limit) return { taken: false, used: count.used, resetsAt: count.resetsAt }
      if (count.used === 0 && counts.size >= MOST_COUNTS) makeRoom(counts, now)
      count.used += cost
      counts.set(`${window}:${name}`, count)
      return { taken: true, used: count.used, resetsAt: count.resetsAt }
    },
    read: async (name, window, now) => current(name, window, now).used,
  }
}
