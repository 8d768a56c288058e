import type { Point, Timed, Timeline } from '../../hands/timeline.js'
import { keyOf } from '../../hands/typing.js'

/** How a program moves, clicks, turns the wheel and types: timelines that a player plays. */
export interface Gait {
  move(from: Point, to: Point): Timeline
  click(): Timeline
  scroll(notches: number): Timeline
  type(text: string): Timeline
}

/** Presses of the keys for a text, each with its own start, dwell, and Shift where it takes one. Times in ms. */
export function keystrokes(text: string, rhythm: (index: number) => { readonly gap: number; readonly dwell: number }): Timeline {
  let t = 0
  const operations = [...text].flatMap((character, i): Timed[] => {
    const { gap, dwell } = rhythm(i)
    t += gap
    const { key, shift } = keyOf(character)
    const stroke: Timed[] = [
      [t, 'key-down', key],
      [t + dwell, 'key-up', key],
    ]
    if (!shift) return stroke
    return [[t - SHIFT_LEAD, 'key-down', 'Shift_L'], ...stroke, [t + dwell + 1, 'key-up', 'Shift_L']]
  })
  return operations.sort((a, b) => a[0] - b[0])
}

/** How long before its key Shift goes down, in ms. */
const SHIFT_LEAD = 5

/** Notches of the wheel downwards, `gap` ms apart. */
export function notchesDown(count: number, gap: (index: number) => number): Timeline {
  let t = 0
  return Array.from({ length: count }).flatMap((_, i): Timed[] => {
    t += gap(i)
    return [
      [t, 'down', 5],
      [t, 'up', 5],
    ]
  })
}

/** The left button down, and up `dwell` ms later. */
export const pressFor = (dwell: number): Timeline => [
  [0, 'down', 1],
  [dwell, 'up', 1],
]
