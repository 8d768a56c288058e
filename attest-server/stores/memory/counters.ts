import type { Counters } from '../ports.js'
import { keyOf, type Prunable, pruneMap, pruneSurplus } from './prune-map.js'

interface Window {
  readonly used: number
  readonly ends: number
}

/** @param most windows that outlast a `prune`; those that end first go first. */
export function createMemoryCounters(most: number): Counters & Prunable {
  const windows = new Map<string, Window>()
  function current(name: string, window: number, now: number): Window {
    const ends = (Math.floor(now / window) + 1) * window
    const known = windows.get(keyOf(name, window))
    return known?.ends === ends ? known : { used: 0, ends }
  }
  return {
    async take(name, cost, limit, window, now) {
      const { used, ends } = current(name, window, now)
      const taken = used + cost <= limit
      if (taken) windows.set(keyOf(name, window), { used: used + cost, ends })
      return { taken, used: taken ? used + cost : used, resetsAt: ends }
    },
    read: async (name, window, now) => current(name, window, now).used,
    prune: (now) => pruneMap(windows, ({ ends }) => ends <= now) + pruneSurplus(windows, most, ({ ends }) => ends),
  }
}
