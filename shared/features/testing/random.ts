/** Numbers that look like chance and are the same each time for the same seed. */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  uniform(from: number, to: number): number
  normal(mean: number, deviation: number): number
}

/** mulberry32 (T. Ettinger, public domain): the same on every machine. */
export function startRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    uniform: (from, to) => from + (to - from) * next(),
    // Box and Muller, 1958.
    normal: (mean, deviation) => mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  }
}
