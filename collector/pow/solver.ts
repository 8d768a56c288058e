import { encodeProof, type PowParameters } from '../../shared/pow.js'
import type { Ms, Share } from '../../shared/units.js'
import { type Job, type Progress, startSearcher } from './searcher.js'

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

/** Works on the thread that it is called on, in slices. */
export function createSolver(slice: Ms, start: typeof startSearcher = startSearcher): Solver {
  const searcher = start(slice)
  let line: Promise<unknown> = Promise.resolve()

  const work = (text: string, pow: PowParameters, { budget, signal, progress }: SolveOptions): Promise<string> =>
    new Promise((resolve) => {
      let nonces: readonly number[] = new Array(pow.count).fill(-1)
      const end = () => {
        signal.removeEventListener('abort', end)
        searcher.work(null)
        resolve(encodeProof(nonces))
      }
      const hear = (news: Progress) => {
        nonces = news.nonces
        progress?.(nonces.filter((nonce) => nonce >= 0).length / pow.count)
        if (news.done) end()
      }
      const job: Job = { ...pow, text, start: Math.floor(Math.random() * START_LIMIT), budget }
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
      else searcher.work(job, hear)
    })

  return {
    solve(text, pow, options) {
      const proof = line.then(() => work(text, pow, options))
      line = proof
      return proof
    },
    rest: searcher.rest,
  }
}
