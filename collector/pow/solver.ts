import { encodeProof, type PowParameters, solves, UNFINISHED } from '../../shared/pow.js'
import type { Ms, Share } from '../../shared/units.js'
import { jobOf } from './puzzles.js'
import { runJob } from './run-job.js'
import type { WorkerFacts } from './worker-facts.js'
import { openWorkplace, type Way, type Workplace, waysToWork } from './workplace.js'

export interface SolverOptions {
  /** URL of a copy of `pow-worker.js` on the page's own origin, `blob` (default) for a worker made from the script's own text, or `none`. */
  readonly worker?: string
}

export interface SolveOptions {
  /** Work in the foreground after which what is left stays unfinished. */
  readonly budget: Ms
  /** Ends the work early: `solve` then gives what is done by then. */
  readonly signal: AbortSignal
  /** Called with the share that is done, after each slice of work. */
  readonly progress?: ((done: Share) => void) | undefined
}

export interface Solver {
  /** What the worker says of itself; undefined where there is none. */
  readonly facts: Promise<WorkerFacts | undefined>
  /**
   * Never rejects. One call after another.
   * @param seed 32 bytes, see `powSeed`
   * @returns the encoded proof; sub-puzzles that were not solved are marked as unfinished
   */
  solve(seed: Uint8Array, pow: PowParameters, options: SolveOptions): Promise<string>
  stop(): void
}

/** Before the last way is tried again: what fails at once must not keep the page from everything else. */
const RETRY_AFTER: Ms = 250

/** Keeps the last way, the page itself: open wherever there are message channels, which what only looks like a browser may lack. */
async function settle(ways: Way[]): Promise<Workplace> {
  for (;;) {
    const place = await openWorkplace(ways[0]!)
    if (place) return place
    if (ways.length > 1) ways.shift()
    else await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
  }
}

/** Starts its worker at once, so that it is ready and its facts are known when there is work. */
export function createSolver({ worker }: SolverOptions = {}): Solver {
  const ways = waysToWork(worker)
  let place = settle(ways)
  let line: Promise<unknown> = Promise.resolve()
  let stopped = false
  let endWork = () => {}

  const move = (from: Workplace): Promise<Workplace> => {
    from.close()
    if (ways.length > 1) ways.shift()
    return settle(ways)
  }

  const work = async (seed: Uint8Array, pow: PowParameters, { budget, signal, progress }: SolveOptions): Promise<string> => {
    const ending = new AbortController()
    endWork = () => ending.abort()
    signal.addEventListener('abort', endWork)
    let job = jobOf(seed, pow, budget, Math.floor(Math.random() * 2 ** 30))
    if (stopped || signal.aborted) endWork()
    while (!ending.signal.aborted) {
      const at = await place
      const { nonces, spent, done } = await runJob(at, job, ending.signal, progress)
      job = { ...job, nonces, budget: job.budget - spent }
      if (done) break
      if (!ending.signal.aborted) place = move(at)
    }
    signal.removeEventListener('abort', endWork)
    // Looked at again, because a wrong nonce is a fault and an unfinished one is not: a worker file may be another version's.
    return encodeProof(job.nonces.map((nonce, i) => (nonce >= 0 && solves(seed, i, nonce, pow.difficulty) ? nonce : UNFINISHED)))
  }

  return {
    facts: place.then(({ facts }) => facts),
    solve(seed, pow, options) {
      const proof = line.then(() => work(seed, pow, options))
      line = proof.catch(() => {})
      return proof
    },
    stop() {
      stopped = true
      endWork()
      void place.then((at) => at.close())
    },
  }
}
