import type { Emit, Follower } from './gesture.js'

/** Fewer moves are no swipe. */
const LEAST_MOVES = 6

/** Turns what one finger at a time does on the glass into touches and taps. Once the page scrolls under it, browsers tell no more of it. */
export function followTouches(emit: Emit): Follower {
  const start = { x: 0, y: 0, t: Number.NaN }
  const last = { x: 0, y: 0, t: 0 }
  const speeds = { now: 0, fastest: 0, moves: 0 }
  return {
    down(event) {
      start.t = Number.NaN
      if (event.pointer !== 'touch') return
      emit('touch', event)
      Object.assign(start, { x: event.x, y: event.y, t: event.t })
      Object.assign(last, start)
      speeds.now = speeds.fastest = speeds.moves = 0
    },
    move({ pointer, x, y, t }) {
      if (pointer !== 'touch' || !(t > last.t)) return
      // A running mean over about three moves: single steps of a finger jump.
      speeds.now += (Math.hypot(x - last.x, y - last.y) / (t - last.t) - speeds.now) / 3
      speeds.fastest = Math.max(speeds.fastest, speeds.now)
      speeds.moves++
      Object.assign(last, { x, y, t })
    },
    up({ pointer, x, y, t }) {
      if (pointer !== 'touch' || !(t >= start.t)) return
      const braking = speeds.moves >= LEAST_MOVES ? speeds.now / speeds.fastest : Number.NaN
      emit('tap', { held: t - start.t, drift: Math.hypot(x - start.x, y - start.y), braking })
      start.t = Number.NaN
    },
  }
}
