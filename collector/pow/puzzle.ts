import { INITIAL, runRounds } from '../../shared/sha256.js'

/** One sub-puzzle, with everything done that is the same for all of its nonces. */
export interface Puzzle {
  /** SHA-256's working variables after round 8. */
  readonly state: Int32Array
  /** The message's first nine words: eight of the seed and the sub-puzzle's index. */
  readonly words: Int32Array
}

/** @param seed eight words */
export function puzzleOf(seed: Int32Array, index: number): Puzzle {
  const words = Int32Array.of(...seed, index)
  const state = Int32Array.from(INITIAL)
  runRounds(state, words, 0, words.length)
  return { state, words }
}
