import type { Point, Timed, Timeline } from '../../hands/timeline.js'
import { type Gait, keystrokes, notchesDown, pressFor } from './gait.js'

/** px of a step, and ms between two. */
const STEP = { length: 9, time: 10 }

/** A step follows a step along the straight line, clicks and keys take the same time each. */
export const line: Gait = {
  move: straight,
  click: () => pressFor(40),
  scroll: (notches) => notchesDown(notches, () => 150),
  type: (text) => keystrokes(text, () => ({ gap: 90, dwell: 40 })),
}

function straight(from: Point, to: Point): Timeline {
  const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / STEP.length))
  const along = (a: number, b: number, i: number) => Math.round(a + ((b - a) * i) / steps)
  return Array.from({ length: steps }, (_, i): Timed => [i * STEP.time, 'move', along(from.x, to.x, i + 1), along(from.y, to.y, i + 1)])
}
