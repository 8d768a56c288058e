import { ALPHABET } from '../../../shared/base64url.js'
import type { Feature } from '../../../shared/features/reading/feature.js'
import { fromCode, LARGEST_CODE } from '../../../shared/scale.js'
import { type Marks, marking, markOf } from './marks.js'

/** The share of values that are nearly the same, from which on a summary is that of the same movements. */
const ALIKE = 0.8
/** With more that differ, no summary is. */
const MOST_UNLIKE = Math.floor((1 - ALIKE) * marking.length)

const CODES = 4096

/** As `decodeFeature` reads two letters; NaN where they say that there is no value. */
const markOfCode = (code: number, feature: Feature): number =>
  code > LARGEST_CODE ? Number.NaN : markOf(feature, fromCode(code, feature.range))

/** By feature, the mark of each of its codes, 32 KB: a visit is compared with dozens. Made when it is first asked for. */
const tables: Marks[] = []
const tableOf = (i: number): Marks => {
  tables[i] ??= Float64Array.from({ length: CODES }, (_, code) => markOfCode(code, marking[i]!))
  return tables[i]
}

const sextets: readonly number[] = Array.from({ length: 128 }, (_, letter) => {
  const sextet = ALPHABET.indexOf(String.fromCharCode(letter))
  return sextet < 0 ? Number.NaN : sextet
})

/** NaN also where the body has nothing: it may be of an older version. */
function markAt(body: string, i: number): number {
  const [high, low] = [sextets[body.charCodeAt(2 * i)], sextets[body.charCodeAt(2 * i + 1)]]
  return high === undefined || low === undefined ? Number.NaN : (tableOf(i)[64 * high + low] ?? Number.NaN)
}

/**
 * Whether of the values that either body has, four in five are in both, and nearly the same. Most bodies that are met are not: it ends early.
 * @param one is read once, and compared with many
 */
export function likenessTo(one: string): (other: string) => boolean {
  const marks: Marks = new Float64Array(marking.map((_, i) => markAt(one, i)))
  return (other) => {
    if (one === other) return true
    let [unlike, all] = [0, 0]
    for (let i = 0; i < marks.length; i++) {
      const [mark, met] = [marks[i]!, markAt(other, i)]
      if (Number.isNaN(mark) && Number.isNaN(met)) continue
      all++
      if (!(Math.abs(mark - met) <= 1) && ++unlike > MOST_UNLIKE) return false
    }
    return all - unlike >= ALIKE * all
  }
}
