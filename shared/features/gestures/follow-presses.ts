import type { Ms } from '../../units.js'
import type { PointerKind } from '../input-event.js'
import type { Emit, Follower, Run } from './gesture.js'

/** A run that ended longer before the press led elsewhere. */
const LATE: Ms = 1000

/**
 * Turns moves, presses and releases of the mouse into presses that know what led to them. Of a pen's, nobody knows: it leaves the
 * screen, and comes back anywhere.
 * @param run the latest run, which a press has ended before it is heard here
 * @param scrolled when the page scrolled last without a hand; NaN if never
 */
export function followPresses(emit: Emit, run: Run, scrolled: () => Ms): Follower {
  const pressed = { pointer: 'mouse' as PointerKind, x: Number.NaN, y: Number.NaN, t: Number.NaN }
  const mouse = { x: Number.NaN, y: Number.NaN, t: Number.NaN, landing: Number.NaN }
  let moves = 0
  return {
    move({ pointer, x, y, t }) {
      if (pointer !== 'mouse') return
      moves++
      mouse.landing = Math.hypot(x - mouse.x, y - mouse.y)
      mouse.x = x
      mouse.y = y
      mouse.t = t
    },
    down(event) {
      const { pointer, x, y, t } = event
      const byMouse = pointer === 'mouse'
      // A touch or a pen takes the mouse's place; where the mouse comes back is up to the system.
      if (!byMouse) {
        pressed.x = mouse.x = pressed.t = Number.NaN
        moves = 0
      }
      if (byMouse || pointer === 'pen') {
        const led = byMouse && t - run.start - run.duration <= LATE
        emit('press', {
          ...event,
          distance: Math.hypot(x - pressed.x, y - pressed.y),
          moves,
          hover: moves ? t - mouse.t : Number.NaN,
          landing: moves ? mouse.landing : Number.NaN,
          reach: led ? Math.hypot(x - run.x, y - run.y) : Number.NaN,
          time: t - run.start,
          scrolled: t - scrolled(),
        })
        pressed.t = t
      }
      if (byMouse) {
        pressed.x = x
        pressed.y = y
      }
      pressed.pointer = pointer
      moves = 0
    },
    up({ pointer, t, focused }) {
      if (pointer !== pressed.pointer) return
      if (t >= pressed.t) emit('release', { held: t - pressed.t, focused })
      pressed.t = Number.NaN
    },
  }
}
