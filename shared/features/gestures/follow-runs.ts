import type { Ms, Px } from '../../units.js'
import { coarseSampling } from './coarse-sampling.js'
import type { Grain } from './follow-steps.js'
import type { Emit, Run } from './gesture.js'
import { createStroke } from './stroke.js'

/** Fewer steps or less way say nothing about a path's shape: pixels and clock ticks dominate. */
const LEAST_STEPS = 8
const LEAST_WAY: Px = 80
/** Longer movements are cut, so that a pointer which never rests is measured too, and the buffer is bounded. */
const LONGEST: Ms = 2000
const MOST_POINTS = 256

/** Where the mouse is, and when. */
export interface Place {
  readonly x: Px
  readonly y: Px
  readonly t: Ms
}

/** Turns the way of the mouse into runs, and those that are long enough into paths and strokes. @returns also the latest run */
export function followRuns(
  emit: Emit,
  { isFine, isClamped }: Grain,
): { readonly run: { -readonly [K in keyof Run]: Run[K] }; add(from: Place, to: Place, length: Px): void; end(): void } {
  const run = { steps: 0, x: 0, y: 0, start: 0, duration: 0, length: 0, chord: 0 }
  const stroke = createStroke(MOST_POINTS)
  const begin = ({ x, y, t }: Place) => {
    run.x = x
    run.y = y
    run.start = t
    run.length = 0
    stroke.clear()
    stroke.add(0, 0, 0)
  }
  const shape = () => {
    const whole = stroke.measure(run)
    if (run.chord >= LEAST_WAY) emit('path', whole)
    if (run.duration <= coarseSampling * run.steps && !isClamped() && whole.peak > 0) emit('stroke', whole)
  }
  const end = () => {
    if (!run.steps) return
    const { n, x, y } = stroke.points
    run.chord = Math.hypot(x[n - 1]!, y[n - 1]!)
    if (run.steps >= LEAST_STEPS && run.length >= LEAST_WAY && isFine()) shape()
    run.steps = 0
  }
  return {
    run,
    end,
    add(from, { x, y, t }, length) {
      if (!run.steps) begin(from)
      run.steps++
      run.length += length
      run.duration = t - run.start
      stroke.add(x - run.x, y - run.y, run.duration)
      if (run.duration >= LONGEST || stroke.points.n === MOST_POINTS) end()
    },
  }
}
