import type { Ms, Px } from '../units.js'
import type { Accumulator } from './feature.js'
import { followMouse } from './follow-mouse.js'

/** One stretch of movement, between rests and presses. */
export interface Stroke {
  readonly steps: number
  /** Length of the path. */
  readonly length: Px
  /** From its start to its end, as the crow flies. */
  readonly chord: Px
  readonly duration: Ms
}

/** Measures one stroke at a time. */
export interface StrokeGauge {
  /** Position is relative to the stroke's start; `speed` in px/ms. */
  step(dx: Px, dy: Px, dt: Ms, speed: number, stroke: Stroke): void
  /** Ends the stroke and starts anew. Called for every stroke; only `counts` ones are to be recorded. */
  end(stroke: Stroke, counts: boolean): void
}

/** Fewer steps or less way say nothing about a path's shape: pixels and clock ticks dominate. */
const LEAST_STEPS = 8
export const LEAST_WAY: Px = 80
/** Longer movements are cut, so that a pointer which never rests is measured too. */
const LONGEST: Ms = 2000

/** Cuts mouse movement into strokes. A stroke that is still going on is not counted. */
export function followStrokes(read: () => number, gauge: StrokeGauge): Accumulator {
  let x = 0
  let y = 0
  const stroke = { steps: 0, length: 0, chord: 0, duration: 0 }
  const end = () => {
    stroke.chord = Math.hypot(x, y)
    gauge.end(stroke, stroke.steps >= LEAST_STEPS && stroke.length >= LEAST_WAY)
    x = y = stroke.steps = stroke.length = stroke.duration = 0
  }
  return followMouse(
    read,
    (dx, dy, dt, length) => {
      x += dx
      y += dy
      stroke.steps++
      stroke.length += length
      stroke.duration += dt
      gauge.step(dx, dy, dt, length / dt, stroke)
      if (stroke.duration >= LONGEST) end()
    },
    end,
  )
}
