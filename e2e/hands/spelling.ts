import type { Chooser } from './chooser.js'
import type { Timed, Timeline } from './timeline.js'
import { keyOf } from './typing.js'

/** For looking for the next key and resting on it until it is pressed, in ms. */
const SEARCH: readonly [from: number, to: number] = [900, 1700]
/** A key on the screen is down for as long as the desktop holds the button that presses it, in ms (mousetweaks). */
const HELD = 60

/**
 * A text by keyboard on the screen, pressed by dwelling. Shift is a key of its own, and stays down until the one after it. The pointer is
 * over the keyboard's window meanwhile, where a page does not see it.
 */
export function spelling(text: string, chooser: Chooser): Timeline {
  let t = 0
  return [...text].flatMap((character): Timed[] => {
    const { key, shift } = keyOf(character)
    const shiftAt = t
    if (shift) t += chooser.between(...SEARCH)
    const down = t
    t += chooser.between(...SEARCH)
    const stroke: Timed[] = [
      [down, 'key-down', key],
      [down + HELD, 'key-up', key],
    ]
    return shift ? [[shiftAt, 'key-down', 'Shift_L'], ...stroke, [down + HELD + 1, 'key-up', 'Shift_L']] : stroke
  })
}
