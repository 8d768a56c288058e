import { type ChildProcess, fork } from 'node:child_process'
import { GATE_PINS, GATE_PORT } from '../support/machine/gate.js'
import { runUrl } from './drivers.js'
import type { Ending, Job, Step } from './job.js'
import { withoutKeys } from './without-keys.js'

/** The longest that a run may take, in ms: a browser's start on a busy machine, typing, and a proof of work. */
const LONGEST = 120_000
/** For a process to end by itself, in ms. */
const GRACE = 5000

const running = new Set<ChildProcess>()

/** Ends what still runs: for whoever is told to stop. */
export const endRuns = (): void => {
  for (const child of running) child.kill('SIGTERM')
}

/** The way out that a run's browser has: the port of the proxy, and the keys of certificates that it takes besides. */
export interface WayOut {
  readonly port: number
  readonly pins: readonly string[]
}

/** Who looks on while it runs. */
export interface Watcher {
  tell(step: Step): void
  /** Ends the run. */
  readonly signal: AbortSignal
}

/** Starts one run in a process of its own. Never rejects. */
export function startRun(job: Job, { port, pins }: WayOut, watcher?: Watcher): Promise<Ending> {
  // What a driver prints, or a page by way of it, is nothing that a terminal should see.
  const env = { ...withoutKeys(process.env), [GATE_PORT]: `${port}`, [GATE_PINS]: pins.join(',') }
  const child = fork(runUrl(), { env, execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  running.add(child)
  return new Promise((resolve) => {
    let ending: Ending = { outcome: 'broke', fault: 'The driver ended without a word.' }
    const end = (fault: string) => {
      ending = { outcome: 'broke', fault }
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), GRACE).unref()
    }
    const limit = setTimeout(() => end(`It took longer than ${LONGEST / 1000} s.`), LONGEST)
    const stop = () => end('It was stopped.')
    if (watcher?.signal.aborted) stop()
    watcher?.signal.addEventListener('abort', stop, { once: true })
    child.on('message', (message: 'ready' | Ending | Step) => {
      if (message === 'ready') child.send(job)
      else if ('step' in message) watcher?.tell(message)
      else if (!watcher?.signal.aborted) ending = message
    })
    child.once('error', (error) => {
      ending = { outcome: 'broke', fault: error.message }
    })
    child.once('close', () => {
      clearTimeout(limit)
      watcher?.signal.removeEventListener('abort', stop)
      running.delete(child)
      resolve(ending)
    })
  })
}
