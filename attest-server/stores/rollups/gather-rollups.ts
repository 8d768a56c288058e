import type { EpochSeconds } from '../../../shared/units.js'
import { type Dimension, HOUR, MOST_KEY, OTHER } from '../ports.js'

/** Entries that wait to be written; what is new beyond them is counted as `OTHER`. About 200 bytes each. */
const MOST_GATHERED = 10_000

export interface GatheredRollup {
  readonly projectId: string
  readonly hour: EpochSeconds
  readonly dimension: Dimension
  readonly key: string
  count: number
}

export interface Gathered {
  add(projectId: string, at: EpochSeconds, dimension: Dimension, key: string): void
  /** All of them, which are then no longer here. */
  take(): readonly GatheredRollup[]
  /** What could not be written comes back. */
  giveBack(rollups: readonly GatheredRollup[]): void
}

/** Where counts are gathered between two writes: some 200 ns each. */
export function gatherRollups(): Gathered {
  let gathered = new Map<string, GatheredRollup>()

  function put(rollup: GatheredRollup): void {
    const name = `${rollup.projectId}\n${rollup.hour}\n${rollup.dimension}\n${rollup.key}`
    const known = gathered.get(name)
    if (known) known.count += rollup.count
    else if (gathered.size < MOST_GATHERED || rollup.key === OTHER) gathered.set(name, rollup)
    else put({ ...rollup, key: OTHER })
  }

  return {
    add: (projectId, at, dimension, key) =>
      put({ projectId, hour: Math.floor(at / HOUR) * HOUR, dimension, key: key.slice(0, MOST_KEY), count: 1 }),
    take() {
      const taken = [...gathered.values()]
      gathered = new Map()
      return taken
    },
    giveBack: (rollups) => rollups.forEach(put),
  }
}
