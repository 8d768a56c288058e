import type { Ms, Px } from '../units.js'
import type { InputEvent } from './input-event.js'

/** A longer silence between two moves is a rest; what lies on both sides of it is not one movement. */
const MOVE_GAP: Ms = 100
/** Where neighbouring steps never differ by less, positions lie on a coarse grid, and the grid would be measured, not the hand. */
const COARSE: Px = 2

/** Follows mouse movement. */
export interface MouseFollower {
  push(event: InputEvent): void
  /** Whether positions are fine enough to say anything about the hand. */
  fine(): boolean
}

/**
 * Turns trusted mouse moves into steps between neighbouring positions. Touch and pen make none. Repeated positions count as no
 * step, and events of one and the same time as one: neither says anything about the hand. A rest or a press ends a movement.
 */
export function followMouse(step: (dx: Px, dy: Px, dt: Ms) => void, rest: () => void = () => {}): MouseFollower {
  let x = Number.NaN
  let y = Number.NaN
  let t = Number.NaN
  let lastX = Number.NaN
  let lastY = Number.NaN
  let finest = Number.POSITIVE_INFINITY
  const compare = (change: Px) => {
    if (change && Math.abs(change) < finest) finest = Math.abs(change)
  }
  const stop = () => {
    lastX = lastY = Number.NaN
    rest()
  }
  return {
    push(event) {
      if (!event.trusted) return
      if (event.kind === 'down') {
        t = Number.NaN
        stop()
      }
      if (event.kind !== 'move' || event.pointer !== 'mouse') return
      const dt = event.t - t
      const dx = event.x - x
      const dy = event.y - y
      if (dt === 0 || (dx === 0 && dy === 0)) return
      if (dt > 0 && dt <= MOVE_GAP && Number.isFinite(dx + dy)) {
        compare(dx - lastX)
        compare(dy - lastY)
        step(dx, dy, dt)
        lastX = dx
        lastY = dy
      } else stop()
      x = event.x
      y = event.y
      t = event.t
    },
    fine: () => !(finest > COARSE && finest < Number.POSITIVE_INFINITY),
  }
}
