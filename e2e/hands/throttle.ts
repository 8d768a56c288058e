import type { Child } from '../support/machine/child.js'

/** How long one turn of running and halting takes, in ms. */
const TURN = 60

/**
 * Leaves a browser only a share of the time, as an old or busy machine does: all its processes are halted and let on in turns.
 * @returns lets it run freely again
 */
export function throttle({ pid }: Child, share: number): () => void {
  let timer: NodeJS.Timeout | undefined
  const turn = (run: boolean) => {
    signal(pid, run ? 'SIGCONT' : 'SIGSTOP')
    timer = setTimeout(turn, TURN * (run ? share : 1 - share), !run)
  }
  turn(true)
  return () => {
    clearTimeout(timer)
    signal(pid, 'SIGCONT')
  }
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name)
  } catch (error) {
    // It has ended.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
