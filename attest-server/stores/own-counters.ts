import type { EpochSeconds, Seconds } from '../../shared/units.js'
import type { Counters, Take } from './ports.js'

/** Names that one window holds; about 150 bytes each. Each has room of its own: names that stay for a day leave those of minutes theirs. */
const MOST_HELD = 50_000

/** Windows stay for so long after their end, for those who asked before it and count after it. */
const LATE: Seconds = 60

/** All names whose window has one length end at the same moment, and are forgotten together. */
interface Window {
  readonly ends: EpochSeconds
  readonly used: Map<string, number>
  /** There was no room for a name: any that is not held here may be counted in the store. */
  isFull: boolean
}

/**
 * Counters for names that no other process knows, because a digest with this process's own key is in them (`address-digest.ts`): a store shared by
 * all would write down what nobody reads. They are exact, and end with the process.
 *
 * A flood of names finds room in the store, as soon as there is none here: which of the two counts a name is settled until its window ends.
 * @param store for those that find no room.
 */
export function createOwnCounters(store: Counters, most = MOST_HELD): Counters {
  const windows = new Map<string, Window>()

  function forget(now: EpochSeconds): void {
    for (const [key, { ends }] of windows) if (ends + LATE <= now) windows.delete(key)
  }

  function windowOf(length: Seconds, now: EpochSeconds): Window {
    const ends = (Math.floor(now / length) + 1) * length
    const key = `${length} ${ends}`
    const known = windows.get(key)
    if (known) return known
    // Under a flood, too, a minute's window comes once a minute.
    forget(now)
    const next = { ends, used: new Map<string, number>(), isFull: false }
    windows.set(key, next)
    return next
  }

  /** @returns false for a name that is the store's. */
  function isHeld(name: string, window: Window): boolean {
    if (window.used.has(name)) return true
    if (window.used.size >= most) window.isFull = true
    return !window.isFull
  }

  function take(name: string, cost: number, limit: number, { used, ends }: Window): Take {
    const before = used.get(name) ?? 0
    const taken = before + cost <= limit
    const after = before + (taken ? cost : 0)
    used.set(name, after)
    return { taken, used: after, resetsAt: ends }
  }

  return {
    async take(name, cost, limit, length, now) {
      const window = windowOf(length, now)
      return isHeld(name, window) ? take(name, cost, limit, window) : store.take(name, cost, limit, length, now)
    },
    async read(name, length, now) {
      const window = windowOf(length, now)
      const used = window.used.get(name)
      return used === undefined && window.isFull ? store.read(name, length, now) : (used ?? 0)
    },
  }
}
