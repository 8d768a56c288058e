import type { Feature } from '../../../shared/features/reading/feature.js'
import { decodeFeature } from '../../../shared/wire/observation-codes.js'
import { marking, markOf } from './marks.js'

/** The share of values that are nearly the same, from which on a summary is that of the same movements. */
const ALIKE = 0.8
/** With more that differ, no summary is. */
const MOST_UNLIKE = Math.floor((1 - ALIKE) * marking.length)

function markIn(letters: string, feature: Feature): number {
  const decoded = decodeFeature(letters, feature.range)
  return decoded.ok && decoded.value.state === 'ok' ? markOf(feature, decoded.value.value) : Number.NaN
}

/** Whether of the values that either body has, four in five are in both, and nearly the same. Most bodies that are met are not: it ends early. */
export function isAlike(one: string, other: string): boolean {
  if (one === other) return true
  let [unlike, all] = [0, 0]
  for (const [i, feature] of marking.entries()) {
    const [a, b] = [one.slice(2 * i, 2 * i + 2), other.slice(2 * i, 2 * i + 2)]
    const [mark, met] = [markIn(a, feature), a === b ? Number.NaN : markIn(b, feature)]
    if (Number.isNaN(mark) && Number.isNaN(met)) continue
    all++
    if (a !== b && !(Math.abs(mark - met) <= 1) && ++unlike > MOST_UNLIKE) return false
  }
  return all - unlike >= ALIKE * all
}
