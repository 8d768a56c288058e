import { isChallenged, type Judged } from '../judge.js'
import { binomialBounds } from '../statistics/binomial-bounds.js'
import { percent } from './markdown-table.js'

/** How many of these were challenged, and how many of all such visits may be, at most. */
export function countChallenged(visits: readonly Judged[]): { shown: string; upper: string } {
  const k = visits.filter(({ whole }) => isChallenged(whole)).length
  return { shown: `${k} (${percent(k / visits.length, 2)})`, upper: percent(binomialBounds(k, visits.length).high, 2) }
}
