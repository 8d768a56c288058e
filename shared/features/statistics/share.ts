import type { Share } from '../../units.js'

/** How many of those counted had a property. */
export interface RunningShare {
  add(hit: boolean): void
  count(): number
  /** NaN while empty. */
  read(): Share
}

export function startShare(): RunningShare {
  let hits = 0
  let count = 0
  return {
    add(hit) {
      count++
      if (hit) hits++
    },
    count: () => count,
    read: () => hits / count,
  }
}
