/** What a value can be: see `Feature.range`. */
export type Range = readonly [min: number, max: number]

/** The largest code of a value. 12 bits hold 15 more, for values that are not there. */
export const LARGEST_CODE = 4080

/** Codes within each doubling: a step is 0.2 to 0.4 % of a value's distance from its least. */
const STEPS = 240
/** 16 doublings, and even steps below them. 240 × 17 = 4080. */
const DOUBLINGS = 16

/**
 * Shares and other narrow ranges (at most 1 wide) have even steps, so that near 1 they are as fine as near 0. 4080 divides by 2, 3, 4, 5, 6
 * and 8: the shares that few events give are exact.
 */
const isEven = ([min, max]: Range): boolean => max - min <= 1

/**
 * Where the doublings of a wide range begin: a power of two, so that small whole numbers (counts, up to 31 at least) are exact. By
 * doubling, not by a logarithm: browser and server must agree to the last bit.
 */
function unitOf([min, max]: Range): number {
  let unit = 2 ** -DOUBLINGS
  while (unit * 2 ** DOUBLINGS < max - min) unit *= 2
  return unit
}

/** A value as one of 4081 steps of its range: a 12-bit number. @param value within the range */
export function toCode(value: number, range: Range): number {
  const [min, max] = range
  if (isEven(range)) return Math.round(((value - min) / (max - min)) * LARGEST_CODE)
  const wide = (value - min) / unitOf(range)
  // A logarithm that errs by a bit at a power of two gives the same code: the doublings meet there.
  const doubling = wide < 1 ? 0 : Math.floor(Math.log2(wide))
  return Math.round(STEPS * (doubling + wide / 2 ** doubling))
}

/** The value that a code stands for. Within the range, whatever the code. */
export function fromCode(code: number, range: Range): number {
  const [min, max] = range
  if (isEven(range)) return min + ((max - min) * code) / LARGEST_CODE
  const doubling = Math.max(0, Math.floor(code / STEPS) - 1)
  return Math.min(max, min + (unitOf(range) * 2 ** doubling * (code - STEPS * doubling)) / STEPS)
}

/** The nearest value that has a code. Both sides of the wire know the same number. */
export const onScale = (value: number, range: Range): number => fromCode(toCode(value, range), range)
