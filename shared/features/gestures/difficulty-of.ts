import type { Press } from './gesture.js'

/** Shorter ways are corrections, not reaches; smaller things have no size to speak of. */
const LEAST = 10

/** Index of difficulty, log2(D ⁄ W + 1), in bit. NaN where no reach led to the press or its target's size is unknown. */
export function difficultyOf({ reach, offset: { width, height } }: Press): number {
  const size = Math.min(width, height)
  return reach >= LEAST && size >= LEAST ? Math.log2(reach / size + 1) : Number.NaN
}
