import { spawnSync } from 'node:child_process'
import { setPriority } from 'node:os'

/**
 * Lets a process run as soon as it has something to do: a hand does not wait for the processor, so neither should what plays it and what
 * stamps its time. Real-time scheduling, because niceness counts only among processes of one session where Linux groups them by session.
 * Only the superuser may; without it the guard against late input still holds.
 */
export function favour(pid: number): void {
  const { status } = spawnSync('chrt', ['--rr', '--pid', '5', String(pid)], { stdio: 'ignore' })
  if (status === 0) return
  try {
    setPriority(pid, -10)
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
