import type { Before, Sample } from './slice.js'
import { hasPlace, traceKinds } from './trace-kinds.js'
import { writeSigned, writeVarint } from './varint.js'

/** The most that one sample takes which is not a slice's first. */
export const MOST_SAMPLE_BYTES = 9

export function writeBefore(to: number[], { age, dx, dy }: Before): void {
  writeVarint(to, age)
  writeSigned(to, dx)
  writeSigned(to, dy)
}

/** Steps are most of what there is: they take a byte less than all else, most of them three. */
export function writeSample(to: number[], { kind, dt, dx, dy }: Sample): void {
  const number = traceKinds.indexOf(kind)
  writeVarint(to, 2 * dt + (number && 1))
  if (number) to.push(number)
  if (!hasPlace(number)) return
  writeSigned(to, dx)
  writeSigned(to, dy)
}
