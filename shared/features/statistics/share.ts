import type { Share } from '../../units.js'

/** How many of those counted had a property. */
export interface RunningShare {
  add(hit: boolean): void
  /** NaN while there are fewer than the least. */
  read(): Share
}

/** @param least how many must have been counted before there is a share */
export function startShare(least = 1): RunningShare {
  let hits = 0
  let count = 0
  return {
    add(hit) {
      count++
      if (hit) hits++
    },
    read: () => (count >= least ? hits / count : Number.NaN),
  }
}
