import { asciiBytes, encodeProof, type PowParameters, powTarget } from '../../shared/pow.js'
import { K, sha256Words } from '../../shared/sha256.js'
import type { Ms, Share } from '../../shared/units.js'
import { puzzleOf } from './puzzle.js'
import { search } from './search.js'

export interface SolveOptions {
  /** Time at work, rests not counted, after which what is left stays unfinished. */
  readonly budget: Ms
  /** Ends the work early: `solve` then gives what is done by then. */
  readonly signal: AbortSignal
  /** Called with the share that is done, a few times a second and at the end. */
  readonly progress?: ((done: Share) => void) | undefined
}

/**
 * Never rejects. One call after another.
 * @param text what the seed is made of, see `powText`
 * @returns the encoded proof; sub-puzzles that were not solved are marked as unfinished
 */
export type Solve = (text: string, pow: PowParameters, options: SolveOptions) => Promise<string>

export interface Solver {
  readonly solve: Solve
  /** Whether to pause, as on a page that nobody sees. */
  rest(resting: boolean): void
}

/** Below 2³⁰ a number is a small integer for V8, and a nonce far from `UNFINISHED` for any budget. */
const START_LIMIT = 2 ** 30
/** Nonces to try at once: bounds for clocks that privacy protection has made too coarse (100 ms) to see a slice. */
const MOST = 16384
const LEAST = 16
/** Work between two words about it: often enough for a bar that moves, and hearing of it costs the page more than a slice is worth telling. */
const TOLD: Ms = 200

/**
 * Works on the thread that it is called on, in slices, so that a rest or an abort is heard of meanwhile and, on the main thread, the page stays
 * quick.
 *
 * @param slice the longest time to work without a break. It aims at three quarters of it: the speed is not known beforehand.
 */
export function createSolver(slice: Ms, find = search): Solver {
  const { port1, port2 } = new MessageChannel()
  let line: Promise<unknown> = Promise.resolve()
  let resting = false
  let chunk = LEAST
  let goOn = () => {}

  port1.onmessage = () => resting || goOn()
  /** Gives everything else its turn; as long as the rest lasts. A message, because timers are held back where there are many. */
  const breakOff = () =>
    new Promise<void>((resolve) => {
      goOn = resolve
      port2.postMessage(0)
    })

  const work: Solve = async (text, { count, difficulty }, { budget, signal, progress }) => {
    const seed = sha256Words(asciiBytes(text))
    const target = powTarget(difficulty)
    const start = (Math.random() * START_LIMIT) | 0
    const nonces: number[] = new Array(count).fill(-1)
    let index = 0
    let puzzle = puzzleOf(seed, 0)
    let nonce = start
    let spent = 0
    let told = 0
    let left = 0
    let sliceEnd = 0

    const tryChunk = () => {
      const before = performance.now()
      const found = find(K, puzzle.state, puzzle.words, target, nonce, nonce + chunk)
      const took = performance.now() - before
      spent += took
      left -= chunk
      nonce += chunk
      if (took > slice / 4) chunk = Math.max(LEAST, chunk >> 1)
      if (found >= 0) {
        nonces[index++] = found
        puzzle = puzzleOf(seed, index)
        nonce = start
      } else if (took < slice / 8) chunk = Math.min(MOST, 2 * chunk)
    }
    // The signal is this work's own, and takes its listener with it.
    signal.addEventListener('abort', () => goOn())
    while (index < count && spent < budget && !signal.aborted) {
      if (left <= 0 || spent >= sliceEnd) {
        await breakOff()
        left = 2 * MOST
        sliceEnd = spent + slice / 2
      } else tryChunk()
      if (spent - told >= TOLD) {
        told = spent
        progress?.(index / count)
      }
    }
    progress?.(index / count)
    return encodeProof(nonces)
  }

  return {
    solve(text, pow, options) {
      const proof = line.then(() => work(text, pow, options))
      line = proof
      return proof
    },
    rest(now) {
      resting = now
      port2.postMessage(0)
    },
  }
}
