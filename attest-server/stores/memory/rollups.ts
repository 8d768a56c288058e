import { MOST_KEYS, OTHER, type Rollups, type RollupTotal } from '../ports.js'
import { ROLLUP_RETENTION } from '../retention.js'
import { type GatheredRollup, gatherRollups } from '../rollups/gather-rollups.js'
import { keyOf, type Prunable, pruneMap } from './prune-map.js'

export function createMemoryRollups(): Rollups & Prunable {
  const held = new Map<string, GatheredRollup>()
  const keys = new Map<string, number>()
  const gathered = gatherRollups()

  function put(one: GatheredRollup): void {
    const { projectId, hour, dimension, key, count } = one
    const known = held.get(keyOf(projectId, hour, dimension, key))
    const group = keyOf(projectId, hour, dimension)
    const used = keys.get(group) ?? 0
    if (known) known.count += count
    else if (used >= MOST_KEYS && key !== OTHER) put({ ...one, key: OTHER })
    else {
      if (key !== OTHER) keys.set(group, used + 1)
      held.set(keyOf(projectId, hour, dimension, key), one)
    }
  }
  const settle = (): void => gathered.take().forEach(put)

  return {
    count: (...one) => gathered.add(...one),
    async totals(projectId, dimensions, from, to) {
      settle()
      const sums = new Map<string, RollupTotal>()
      for (const one of held.values()) {
        if (one.projectId !== projectId || !dimensions.includes(one.dimension) || one.hour < from || one.hour >= to) continue
        const name = keyOf(one.dimension, one.key)
        sums.set(name, { dimension: one.dimension, key: one.key, count: (sums.get(name)?.count ?? 0) + one.count })
      }
      return [...sums.values()].sort((a, b) => b.count - a.count)
    },
    async hours(projectId, dimension, from, to) {
      settle()
      return [...held.values()]
        .filter((one) => one.projectId === projectId && one.dimension === dimension && one.hour >= from && one.hour < to)
        .map(({ hour, key, count }) => ({ hour, key, count }))
        .sort((a, b) => a.hour - b.hour)
    },
    prune(now) {
      settle()
      return pruneMap(held, ({ hour }) => hour <= now - ROLLUP_RETENTION)
    },
  }
}
