/**
 * The score above which at most a share of the people lies: the strictest reading, for `fpr` × people below 1 none may.
 *
 * @returns −Infinity without people
 */
export function thresholdAt(fpr: number, people: readonly number[]): number {
  const falling = [...people].sort((a, b) => b - a)
  return falling[Math.floor(fpr * falling.length + 1e-9)] ?? -Infinity
}

/** @returns the share of bots above the threshold of `fpr`; NaN unless there are both */
export function tprAt(fpr: number, bots: readonly number[], people: readonly number[]): number {
  if (people.length === 0) return Number.NaN
  const threshold = thresholdAt(fpr, people)
  return bots.filter((score) => score > threshold).length / bots.length
}
