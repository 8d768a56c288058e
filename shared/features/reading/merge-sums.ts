/** The sums of every feature, in the order of the list: all that is kept of a visit. */
export type Sums = readonly Float64Array[]

/**
 * What one run over both would have kept, were no gesture cut in two where they meet. For the server and for studies: no browser needs it.
 * @returns new sums
 * @throws {RangeError} where they are not of the same list of features
 */
export function mergeSums(a: Sums, b: Sums): Sums {
  if (a.length !== b.length || a.some((one, i) => one.length !== b[i]!.length)) throw new RangeError('sums of different features')
  return a.map((one, i) => one.map((sum, j) => sum + b[i]![j]!))
}
