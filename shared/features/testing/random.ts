/** A seeded generator of numbers from 0 to 1 (mulberry32), for tests that must be the same each time. */
export function startRandom(seed: number): { uniform(from: number, to: number): number; normal(mean: number, deviation: number): number } {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let z = Math.imul(state ^ (state >>> 15), 1 | state)
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z
    return ((z ^ (z >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    uniform: (from, to) => from + (to - from) * next(),
    // Box and Muller, 1958.
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
