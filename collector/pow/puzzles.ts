import { type PowParameters, powTarget } from '../../shared/pow.js'
import { INITIAL, K, runRounds } from '../../shared/sha256.js'
import type { Ms } from '../../shared/units.js'
import type { Job, Puzzle } from './messages.js'

/** Words before the nonce: eight of the seed and the sub-puzzle's index. */
const CONSTANT_WORDS = 9

function puzzle(seed: Uint8Array, index: number): Puzzle {
  const view = new DataView(seed.buffer, seed.byteOffset)
  const words = Int32Array.from({ length: CONSTANT_WORDS }, (_, i) => (i < 8 ? view.getInt32(4 * i) : index))
  const state = Int32Array.from(INITIAL)
  runRounds(state, words, 0, CONSTANT_WORDS)
  return { state, words }
}

/**
 * @param seed 32 bytes
 * @param start the first nonce to try, by chance; also the job's id. Below 2³⁰ it is a small integer for V8, and far from `UNFINISHED` for any budget.
 */
export function jobOf(seed: Uint8Array, { count, difficulty }: PowParameters, budget: Ms, start: number): Job {
  return {
    id: start,
    k: K,
    puzzles: Array.from({ length: count }, (_, i) => puzzle(seed, i)),
    target: powTarget(difficulty),
    nonces: new Array<number>(count).fill(-1),
    start,
    budget,
  }
}
