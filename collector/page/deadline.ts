import type { Ms } from '../../shared/units.js'

/** A hidden tab may take this many times the limit before an attempt ends all the same: nothing waits for ever. */
const HIDDEN_FACTOR = 6

export interface Deadline {
  /** Aborts when the time is over. */
  readonly signal: AbortSignal
  /** Must be called when the work is done: lets go of timer and listener. */
  end(): void
}

/**
 * Time on a hidden tab, where browsers hold back timers and we pause the proof of work, does not count against the limit.
 * @param stopped ends it early
 */
export function startDeadline(limit: Ms, page: Document, stopped: AbortSignal): Deadline {
  const controller = new AbortController()
  let left = limit
  let since: Ms | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    clearTimeout(cap)
    page.removeEventListener('visibilitychange', change)
    stopped.removeEventListener('abort', over)
  }
  const over = () => {
    end()
    controller.abort()
  }
  const change = () => {
    clearTimeout(timer)
    if (since !== undefined) left -= performance.now() - since
    since = page.hidden ? undefined : performance.now()
    if (since !== undefined) timer = setTimeout(over, left)
  }
  const cap = setTimeout(over, HIDDEN_FACTOR * limit)
  page.addEventListener('visibilitychange', change)
  stopped.addEventListener('abort', over)
  if (stopped.aborted) over()
  else change()
  return { signal: controller.signal, end }
}
