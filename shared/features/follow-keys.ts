import type { Ms } from '../units.js'
import type { InputEvent } from './input-event.js'

/** What typing is made of. */
export interface Typing {
  /** @param interval since the key before it was pressed (NaN for the first). */
  press?(interval: Ms): void
  release?(held: Ms): void
}

/** `press` numbers are small and reused; more fingers than this there are not. */
const FINGERS = 64

/**
 * Follows single presses of physical keys that type or edit. Held-down repetition, modifiers, virtual keyboards and input methods
 * (composition) have other rhythms, or none, and do not count.
 */
export function followKeys({ press, release }: Typing): (event: InputEvent) => void {
  const downs = new Float64Array(FINGERS).fill(Number.NaN)
  let t = Number.NaN
  return (event) => {
    if (event.kind === 'key-down' && event.physical && !event.repeat && !event.composing && !event.modifier) {
      press?.(event.t - t)
      t = event.t
      downs[event.press & (FINGERS - 1)] = t
    } else if (event.kind === 'key-up') {
      const finger = event.press & (FINGERS - 1)
      const held = event.t - downs[finger]!
      downs[finger] = Number.NaN
      if (held >= 0) release?.(held)
    }
  }
}
