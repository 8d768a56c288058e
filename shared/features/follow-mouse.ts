import type { Ms, Px } from '../units.js'
import type { Accumulator } from './feature.js'

/** A longer silence between two moves is a rest; what lies on both sides of it is not one movement. */
const MOVE_GAP: Ms = 100
/** Where neighbouring steps never differ by less, positions lie on a coarse grid, and the grid would be measured, not the hand. */
const COARSE: Px = 2

/**
 * Turns mouse moves into steps between neighbouring positions. Touch and pen make none. Repeated positions count as no
 * step, and events of one and the same time as one: neither says anything about the hand. A rest or a press ends a movement.
 *
 * @param read the reading: NaN instead where positions are too coarse to say anything about the hand
 */
export function followMouse(
  read: () => number,
  step: (dx: Px, dy: Px, dt: Ms, length: Px) => void,
  rest: () => void = () => {},
): Accumulator {
  // Fields, not variables: V8 keeps a number that is a field in place, and allocates one anew for each write to a captured variable.
  const last = { x: Number.NaN, y: Number.NaN, t: Number.NaN, dx: Number.NaN, dy: Number.NaN }
  let finest = Number.POSITIVE_INFINITY
  const compare = (change: Px) => {
    if (change && Math.abs(change) < finest) finest = Math.abs(change)
  }
  const stop = () => {
    last.dx = last.dy = Number.NaN
    rest()
  }
  return {
    push(event) {
      if (event.kind === 'down') {
        last.t = Number.NaN
        stop()
      }
      if (event.kind !== 'move' || event.pointer !== 'mouse') return
      const { x, y, t } = event
      const dt = t - last.t
      const dx = x - last.x
      const dy = y - last.y
      if (dt === 0 || (dx === 0 && dy === 0)) return
      // Not Math.hypot, whose care for overflow is slow.
      const length = Math.sqrt(dx * dx + dy * dy)
      if (dt > 0 && dt <= MOVE_GAP && length < Number.POSITIVE_INFINITY) {
        compare(dx - last.dx)
        compare(dy - last.dy)
        step(dx, dy, dt, length)
        last.dx = dx
        last.dy = dy
      } else stop()
      last.x = x
      last.y = y
      last.t = t
    },
    read: () => (finest > COARSE && finest < Number.POSITIVE_INFINITY ? Number.NaN : read()),
  }
}
