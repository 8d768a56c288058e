import type { Ms } from '../shared/units.js'

/** What this process has had of its processors. A machine that is busy with others is not taken for one that we overload. */
function processorTime(): Ms {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** How much work a turn of the event loop may be before it counts as late. */
const EVERY: Ms = 20
/** Nobody is refused for less (`patienceOf`). The turns of a busy server are always a little late, and the processor's time is dear to ask for. */
const LEAST: Ms = 100

export interface Lag {
  /** By how much this turn of the event loop and the one before are longer than they should be: the smaller of the two; 0 where that is next to nothing. */
  late(): Ms
  stop(): void
}

/**
 * Tells how busy this process is by what its requests wait for: a turn of the event loop serves all that has come, and what comes meanwhile waits for
 * the next one. One long turn is a stall, of the disk or the collector of garbage; two in a row are more work than can be done.
 * @param clock ms of work that this process has done
 */
export function followLag(clock: () => Ms = processorTime): Lag {
  let due = clock() + EVERY
  let before: Ms = 0
  const timer = setInterval(() => {
    const now = clock()
    before = now - due
    due = now + EVERY
  }, EVERY)
  timer.unref()
  // Each request asks; the clock only where the turn before was long.
  return { late: () => (before < LEAST ? 0 : Math.max(0, Math.min(before, clock() - due))), stop: () => clearInterval(timer) }
}
