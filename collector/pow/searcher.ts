import { asciiBytes, type PowParameters, powTarget } from '../../shared/pow.js'
import { K, sha256Words } from '../../shared/sha256.js'
import type { Ms } from '../../shared/units.js'
import { type Puzzle, puzzleOf } from './puzzle.js'
import { search } from './search.js'

export interface Job extends PowParameters {
  /** What the seed is made of, see `powText`. */
  readonly text: string
  /** The first nonce to try, by chance. */
  readonly start: number
  /** Time spent at work, rests not counted, after which the rest stays undone. */
  readonly budget: Ms
}

export interface Progress {
  /** For each sub-puzzle its solution, or -1. */
  readonly nonces: readonly number[]
  readonly spent: Ms
  readonly done: boolean
}

export interface Searcher {
  /** Works on this instead of anything else; on nothing where it is null. */
  work(job: Job | null, hear?: (news: Progress) => void): void
  rest(resting: boolean): void
}

/** Nonces to try at once: bounds for clocks that privacy protection has made too coarse (100 ms) to see a slice. */
const MOST = 16384
const LEAST = 16
/** Work between two words about it: often enough for a bar that moves. */
const TOLD: Ms = 200

/**
 * Works in slices, so that a rest or other work is heard of meanwhile and, on the main thread, the page stays quick.
 *
 * @param slice the longest time to work without a break. It aims at three quarters of it: the speed is not known beforehand.
 */
export function startSearcher(slice: Ms, find = search): Searcher {
  const { port1, port2 } = new MessageChannel()
  let job: Job | null = null
  let tell: (news: Progress) => void = () => {}
  let seed: Int32Array = new Int32Array()
  let nonces: number[] = []
  let index = -1
  let puzzle: Puzzle | undefined
  let nonce = 0
  let spent = 0
  let told = 0
  let chunk = LEAST
  let paused = false
  let waiting = false

  /** Turns to the next sub-puzzle that is still to be done. */
  const turn = ({ count, start }: Job): void => {
    puzzle = ++index < count ? puzzleOf(seed, index) : undefined
    nonce = start
  }

  /** Tries the next chunk of nonces. */
  const advance = (work: Job): void => {
    if (!puzzle) {
      job = null
      return
    }
    const before = performance.now()
    const found = find(K, puzzle.state, puzzle.words, powTarget(work.difficulty), nonce, nonce + chunk)
    const took = performance.now() - before
    spent += took
    nonce += chunk
    if (took > slice / 4) chunk = Math.max(LEAST, chunk >> 1)
    if (found >= 0) {
      nonces[index] = found
      turn(work)
    } else if (took < slice / 8) chunk = Math.min(MOST, 2 * chunk)
    if (spent >= work.budget) job = null
  }

  const next = (): void => {
    if (waiting || paused || !job) return
    waiting = true
    port2.postMessage(0)
  }

  port1.onmessage = () => {
    waiting = false
    if (paused || !job) return
    const began = spent
    for (let left = 2 * MOST; job && left > 0 && spent - began < slice / 2; left -= chunk) advance(job)
    next()
    // Hearing of it costs the page more than a slice is worth telling.
    if (!job || spent - told >= TOLD) {
      told = spent
      tell({ nonces, spent, done: !job })
    }
  }

  const begin = (work: Job): void => {
    seed = sha256Words(asciiBytes(work.text))
    nonces = new Array(work.count).fill(-1)
    index = -1
    spent = told = 0
    turn(work)
  }

  return {
    work(order, hear = () => {}) {
      job = order
      tell = hear
      if (job) begin(job)
      next()
    },
    rest(resting) {
      paused = resting
      next()
    },
  }
}
