/**
 * The nearest numbers that never fall, in place: pool adjacent violators (Barlow et al., 1972).
 *
 * @param masses how much each number counts
 * @param direction −1 for numbers that never rise, 0 to leave them alone
 */
export function projectMonotone(numbers: Float64Array, masses: Float64Array, direction: -1 | 0 | 1): void {
  if (direction === 0) return
  const pools: { sum: number; mass: number; size: number }[] = []
  const mean = ({ sum, mass }: { sum: number; mass: number }) => direction * (sum / mass)
  for (const [i, number] of numbers.entries()) {
    const mass = Math.max(masses[i]!, 1e-9)
    pools.push({ sum: number * mass, mass, size: 1 })
    while (pools.length > 1 && mean(pools.at(-2)!) > mean(pools.at(-1)!)) {
      const last = pools.pop()!
      const before = pools.at(-1)!
      before.sum += last.sum
      before.mass += last.mass
      before.size += last.size
    }
  }
  let at = 0
  for (const pool of pools) {
    numbers.fill(pool.sum / pool.mass, at, at + pool.size)
    at += pool.size
  }
}
