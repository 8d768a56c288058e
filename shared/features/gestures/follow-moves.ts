import type { Ms } from '../../units.js'
import type { PointerMove } from '../input-event.js'
import { followRuns } from './follow-runs.js'
import { followSteps } from './follow-steps.js'
import type { Emit, Follower, Run } from './gesture.js'

/** A longer silence between two moves is a rest; what lies on both sides of it is not one movement. */
const MOVE_GAP: Ms = 100

/**
 * Turns moves of the mouse into steps, runs, paths and strokes. Touch and pen make none. Repeated positions count as no step, and
 * events of one and the same time as one: neither says anything about the hand. A rest, a press, a release or a hidden page ends a run.
 * @returns also the latest run, which goes on being changed
 */
export function followMoves(emit: Emit): { follower: Follower; run: Run } {
  const last = { x: Number.NaN, y: Number.NaN, t: Number.NaN }
  const steps = followSteps(emit)
  const { run, add, end } = followRuns(emit, steps)
  const rest = () => {
    end()
    steps.rest()
  }
  const stop = () => {
    rest()
    last.t = Number.NaN
  }
  const move = (event: PointerMove) => {
    if (event.pointer !== 'mouse') return
    const { x, y, t } = event
    const dt = t - last.t
    const dx = x - last.x
    const dy = y - last.y
    if (dt === 0 || (dx === 0 && dy === 0)) return
    // Not Math.hypot, whose care for overflow is slow.
    const length = Math.sqrt(dx * dx + dy * dy)
    if (dt > 0 && dt <= MOVE_GAP && length < Number.POSITIVE_INFINITY) {
      steps.add(event, dx, dy, dt, length)
      add(last, event, length)
    } else rest()
    last.x = x
    last.y = y
    last.t = t
  }
  const down = () => {
    // No run led to this press: whoever asks for it gets no number.
    if (!run.steps) run.start = Number.NaN
    stop()
  }
  return { follower: { move, down, up: stop, hide: stop }, run }
}
