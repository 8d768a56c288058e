import type { SketchBands } from '../../stores/ports.js'
import { type Marks, marking } from './marks.js'

/** Bands of a sketch. Of summaries that are nearly alike, at least one is likely the same. */
const BANDS: SketchBands['length'] = 6
/** How many values each holds. */
const WIDTH = 10
/** Values that lie in the same cell count as one: wide beside noise, narrow beside what lies between visits. */
const CELL = 5

/** FNV-1a of numbers, 32 bits. */
function mix(hash: number, number: number): number {
  let mixed = hash
  for (let rest = number >>> 0, i = 0; i < 4; i++, rest >>>= 8) mixed = Math.imul(mixed ^ (rest & 255), 0x01000193)
  return mixed >>> 0
}

const START = 0x811c9dc5

/** For each band, all features in an order of its own: a band holds the first of them that have a value. */
const orders: readonly (readonly number[])[] = Array.from({ length: BANDS }, (_, band) => {
  const rank = (i: number) => mix(mix(START, 7919 * band + 1), 104_729 * i + band)
  return marking.map((_, i) => i).sort((a, b) => rank(a) - rank(b))
})

function bandOf(marks: Marks, band: number): number {
  let [hash, held] = [mix(START, band), 0]
  for (const i of orders[band]!) {
    if (Number.isNaN(marks[i])) continue
    // Cells lie elsewhere for each band: what a border parts in one is together in another.
    hash = mix(mix(hash, i), Math.floor(marks[i]! / CELL + band / BANDS))
    if (++held === WIDTH) break
  }
  return hash
}

/** What a sketch is found by (locality-sensitive hashing: Indyk and Motwani, STOC 1998). */
export const bandsOf = (marks: Marks): SketchBands => [
  bandOf(marks, 0),
  bandOf(marks, 1),
  bandOf(marks, 2),
  bandOf(marks, 3),
  bandOf(marks, 4),
  bandOf(marks, 5),
]
