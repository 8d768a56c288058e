import { asciiBytes, powTarget } from '../../shared/pow.js'
import { K, sha256Words } from '../../shared/sha256.js'
import type { Ms } from '../../shared/units.js'
import { type Command, type Job, type Port, PROTOCOL } from './messages.js'
import { type Puzzle, puzzleOf } from './puzzle.js'
import { search } from './search.js'
import type { WorkerFacts } from './worker-facts.js'

/** Nonces to try at once: bounds for clocks that privacy protection has made too coarse (100 ms) to see a slice. */
const MOST = 16384
const LEAST = 16
/** Work between two messages about it, in ms: often enough for a bar that moves, and far below the silence that counts as death. */
const TOLD = 200

/**
 * Works on what comes in by `port`, in slices, so that a pause or new work is heard and, on the main thread, the page stays quick.
 * The same code serves in a worker and on the page.
 *
 * @param slice the longest time to work without a break. It aims at three quarters of it: the speed is not known beforehand.
 * @param facts of the worker that this is
 */
export function serve(port: Port, slice: Ms, facts?: WorkerFacts, find = search): void {
  const { port1, port2 } = new MessageChannel()
  let job: Job | null = null
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
    while (nonces[++index]! >= 0);
    puzzle = index < count ? puzzleOf(seed, index) : undefined
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
    const { start } = job
    const began = spent
    for (let left = 2 * MOST; job && left > 0 && spent - began < slice / 2; left -= chunk) advance(job)
    // Hearing of it costs the page more than a slice is worth telling.
    if (!job || spent - told >= TOLD) {
      told = spent
      port.postMessage({ start, nonces, spent, done: !job })
    }
    next()
  }

  const begin = (work: Job): void => {
    seed = sha256Words(asciiBytes(work.text))
    nonces = [...work.nonces]
    index = -1
    spent = told = 0
    turn(work)
  }

  port.onmessage = ({ data }: { data: Command }) => {
    if (typeof data === 'boolean') paused = !data
    else {
      job = data
      if (job) begin(job)
    }
    next()
  }

  port.postMessage({ protocol: PROTOCOL, facts })
}
