import type { PointerDown } from '../input-event.js'
import type { Emit, Follower } from './gesture.js'

/** Turns what one finger at a time does on the glass into touches and taps. Once the page scrolls under it, browsers tell no more of it. */
export function followTouches(emit: Emit): Follower {
  let start: PointerDown | undefined
  return {
    down(event) {
      start = event.pointer === 'touch' ? event : undefined
      if (start) emit('touch', start)
    },
    up({ pointer, x, y, t }) {
      if (pointer !== 'touch' || !start || !(t >= start.t)) return
      emit('tap', { held: t - start.t, drift: Math.hypot(x - start.x, y - start.y), offset: start.offset })
      start = undefined
    },
  }
}
