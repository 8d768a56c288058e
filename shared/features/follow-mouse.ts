import type { Ms, Px } from '../units.js'
import type { InputEvent } from './input-event.js'

/** A longer silence between two moves is a rest (`pause`); what lies on both sides of it is not one movement. */
export const MOVE_GAP: Ms = 100

/**
 * Turns trusted mouse moves into steps between neighbouring positions. Touch and pen make none. Repeated positions count as no
 * step, and events of one and the same time as one: neither says anything about the hand. A press ends a movement.
 */
export function followMouse(step: (dx: Px, dy: Px, dt: Ms) => void, pause: () => void = () => {}): (event: InputEvent) => void {
  let x = Number.NaN
  let y = Number.NaN
  let t = Number.NaN
  return (event) => {
    if (!event.trusted) return
    if (event.kind === 'down') {
      t = Number.NaN
      pause()
    }
    if (event.kind !== 'move' || event.pointer !== 'mouse') return
    const dt = event.t - t
    const dx = event.x - x
    const dy = event.y - y
    if (dt === 0 || (dx === 0 && dy === 0)) return
    if (dt > 0 && dt <= MOVE_GAP && Number.isFinite(dx + dy)) step(dx, dy, dt)
    else pause()
    x = event.x
    y = event.y
    t = event.t
  }
}
