/** Richman and Moorman's r, as a share of the deviation. */
const TOLERANCE = 0.2

/**
 * What sample entropy is made of: pairs of places whose next two values are alike, and among them those whose third is too. Places
 * without a third value count for neither.
 * @returns [pairs alike in three, pairs alike in two]
 */
export function matchesIn(values: Float64Array): readonly [three: number, two: number] {
  const n = values.length
  const mean = values.reduce((a, b) => a + b, 0) / n
  const within = TOLERANCE * Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  const alike = (i: number, j: number) => Math.abs(values[i]! - values[j]!) <= within
  let [three, two] = [0, 0]
  for (let i = 0; i < n - 3; i++) {
    for (let j = i + 1; j < n - 2; j++) {
      if (!alike(i, j) || !alike(i + 1, j + 1)) continue
      two++
      if (alike(i + 2, j + 2)) three++
    }
  }
  return [three, two]
}
