import { encodeProof, type PowParameters } from '../../shared/pow.js'
import type { Ms, Share } from '../../shared/units.js'
import { after } from '../page/after.js'
import { untilAborted } from '../page/until-aborted.js'
import type { Job } from './messages.js'
import { runJob } from './run-job.js'
import type { WorkerFacts } from './worker-facts.js'
import { openWorkplace, type Way, type Workplace, type WorkSettings, waysToWork } from './workplace.js'

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
   * @param text what the seed is made of, see `powText`
   * @returns the encoded proof; sub-puzzles that were not solved are marked as unfinished
   */
  solve(text: string, pow: PowParameters, options: SolveOptions): Promise<string>
  stop(): void
}

/** Keeps the last way, for another time. @returns undefined where all are closed */
async function settle(ways: Way[]): Promise<Workplace | undefined> {
  for (;;) {
    const place = await openWorkplace(ways[0]!)
    if (place || ways.length === 1) return place
    ways.shift()
  }
}

/** Below 2³⁰ a number is a small integer for V8, and a nonce far from `UNFINISHED` for any budget. */
const START_LIMIT = 2 ** 30

/** Opens its workplace at once, so that it is ready and its facts are known when there is work. */
export function createSolver(settings: WorkSettings): Solver {
  const ways = waysToWork(settings)
  let place = settle(ways)
  let line: Promise<unknown> = Promise.resolve()
  let stopped = false
  let endWork = () => {}

  const move = (from: Workplace): ReturnType<typeof settle> => {
    from.close()
    if (ways.length > 1) ways.shift()
    return settle(ways)
  }

  const work = async (text: string, pow: PowParameters, { budget, signal, progress }: SolveOptions): Promise<string> => {
    const ending = new AbortController()
    endWork = () => ending.abort()
    signal.addEventListener('abort', endWork)
    let job: Job = { ...pow, text, nonces: new Array(pow.count).fill(-1), start: Math.floor(Math.random() * START_LIMIT), budget }
    if (stopped || signal.aborted) endWork()
    // What was out of reach before may have come into it.
    place = place.then((at) => at ?? settle(ways))
    while (!ending.signal.aborted) {
      const at = await untilAborted(Promise.race([place, after(job.budget)]), ending.signal).catch(() => undefined)
      if (!at) break
      const { nonces, spent, done } = await runJob(at, job, ending.signal, progress)
      job = { ...job, nonces, budget: job.budget - spent }
      if (done) break
      if (!ending.signal.aborted) place = move(at)
    }
    signal.removeEventListener('abort', endWork)
    return encodeProof(job.nonces)
  }

  return {
    facts: place.then((at) => at?.facts),
    solve(text, pow, options) {
      const proof = line.then(() => work(text, pow, options))
      line = proof.catch(() => {})
      return proof
    },
    stop() {
      stopped = true
      endWork()
      void place.then((at) => at?.close())
    },
  }
}
