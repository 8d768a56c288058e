import type { Statistic } from './statistic.js'

/**
 * Σx ⁄ Σy.
 * @param least of Σy, above 0
 * @param as what the ratio stands for
 */
export const ratio = (least: number, as = (value: number) => value): Statistic => ({
  size: 2,
  add(sums, x, y) {
    sums[0]! += x
    sums[1]! += y
  },
  read: ([x, y]) => (y! >= least ? as(x! / y!) : Number.NaN),
})
