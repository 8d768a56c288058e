/** Choices that differ from run to run and are the same for the same seed. */
export interface Chooser {
  /** A number from `from` up to `to`. */
  between(from: number, to: number): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** mulberry32 (T. Ettinger, public domain), seeded with the FNV-1a hash of a text. */
export function createChooser(seed: string): Chooser {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const between = (from: number, to: number) => from + next() * (to - from)
  return { between, pick: (list) => list[Math.floor(next() * list.length)]! }
}
