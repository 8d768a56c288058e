import type { Ms } from '../../units.js'
import type { Emit, Follower } from './gesture.js'

/** `press` numbers are small and reused; more fingers than this there are not. */
const FINGERS = 64
/** A key that is down for longer has lost its release. */
const STUCK: Ms = 1000

/** Follows single presses of physical keys that type or edit, and the characters that come of them. */
export function followKeys(emit: Emit): Follower {
  const downs = new Float64Array(FINGERS).fill(Number.NaN)
  const last = { t: Number.NaN, finger: 0 }
  let pending: Ms = Number.NaN
  return {
    'key-down'(event) {
      const { t } = event
      pending = t
      if (!event.physical || event.repeat || event.composing || event.modifier) return
      const finger = event.press & (FINGERS - 1)
      const interval = t - last.t
      const overlaps = last.finger !== finger && t - downs[last.finger]! < STUCK
      emit('key', { ...event, interval, overlaps })
      last.t = t
      last.finger = finger
      downs[finger] = t
    },
    'key-up'({ press, t }) {
      const finger = press & (FINGERS - 1)
      const held = t - downs[finger]!
      downs[finger] = Number.NaN
      if (held >= 0) emit('key-hold', { held })
    },
    char(event) {
      emit('typed', { ...event, delay: event.t - pending })
      // One press types one character: repetition presses again.
      pending = Number.NaN
    },
  }
}
