import type { Statistic } from './statistic.js'

/** How often each of a few cases was seen. Adds cases: whole numbers from 0. @param read what the counts say together; NaN where nothing */
export const counts = (size: number, read: (counts: Float64Array) => number): Statistic => ({
  size,
  add(sums, which) {
    sums[which]!++
  },
  read,
})
