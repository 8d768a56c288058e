import { type Before, EIGHTHS, type Sample } from './slice.js'
import { hasPlace, traceKinds } from './trace-kinds.js'
import { toUnsigned, writeSigned, writeVarint } from './varint.js'

/** The most that one sample takes which is not a slice's first: three for each number, one for the kind. */
export const MOST_SAMPLE_BYTES = 10

export function writeBefore(to: number[], { age, late, dx, dy }: Before, isFine: boolean): void {
  writeSigned(to, age)
  writeVarint(to, 2 * late + Number(isFine))
  writeSigned(to, EIGHTHS * dx)
  writeSigned(to, EIGHTHS * dy)
}

/** Steps are most of what there is: they take a byte less than all else, most of them three. */
export function writeSample(to: number[], { kind, dt, dx, dy }: Sample, isFine: boolean): void {
  const number = traceKinds.indexOf(kind)
  writeVarint(to, 2 * toUnsigned(dt) + (number && 1))
  if (number) to.push(number)
  if (!hasPlace(number)) return
  const unit = isFine ? EIGHTHS : 1
  writeSigned(to, unit * dx)
  writeSigned(to, unit * dy)
}
