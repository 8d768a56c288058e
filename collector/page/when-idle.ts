import type { Ms } from '../../shared/units.js'

/** Idle time is asked for, not waited for without end. */
const IDLE_LIMIT: Ms = 300

interface PerhapsIdle {
  readonly requestIdleCallback?: typeof requestIdleCallback
}

export function whenIdle(work: () => void): void {
  // Safari has none.
  if ((window as PerhapsIdle).requestIdleCallback) requestIdleCallback(work, { timeout: IDLE_LIMIT })
  else setTimeout(work, 1)
}
