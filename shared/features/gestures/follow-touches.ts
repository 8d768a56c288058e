import type { Emit, Follower } from './gesture.js'

/** Turns what one finger at a time does on the glass into touches and taps. Once the page scrolls under it, browsers tell no more of it. */
export function followTouches(emit: Emit): Follower {
  const start = { x: 0, y: 0, t: Number.NaN }
  return {
    down(event) {
      start.t = Number.NaN
      if (event.pointer !== 'touch') return
      emit('touch', event)
      start.x = event.x
      start.y = event.y
      start.t = event.t
    },
    up({ pointer, x, y, t }) {
      if (pointer !== 'touch' || !(t >= start.t)) return
      emit('tap', { held: t - start.t, drift: Math.hypot(x - start.x, y - start.y) })
      start.t = Number.NaN
    },
  }
}
