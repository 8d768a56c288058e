import type { Ms, Px } from '../../units.js'
import type { PointerMove } from '../input-event.js'
import type { Emit, Follower, Run } from './gesture.js'
import { createStroke } from './stroke.js'

/** A longer silence between two moves is a rest; what lies on both sides of it is not one movement. */
const MOVE_GAP: Ms = 100
/** Slower sampling (remote desktops, recorders that thin out) shows where the hand went, not how. */
const COARSE_SAMPLING: Ms = 45
/** Where neighbouring steps never differ by less, positions lie on a coarse grid, and the grid would be measured, not the hand. */
const COARSE: Px = 2
/** Fewer steps or less way say nothing about a path's shape: pixels and clock ticks dominate. */
const LEAST_STEPS = 8
const LEAST_WAY: Px = 80
/** Longer movements are cut, so that a pointer which never rests is measured too, and the buffer is bounded. */
const LONGEST: Ms = 2000
const MOST_POINTS = 256
/** Firefox with `privacy.resistFingerprinting` gives all times in frames of 60 Hz: after so many steps that fit, times are taken for clamped. */
const FRAME: Ms = 1000 / 60
const CLAMPED = 8

const isFrames = (dt: Ms): boolean => Math.abs(dt / FRAME - Math.round(dt / FRAME)) < 0.001

/**
 * Turns moves of the mouse into steps, runs and strokes. Touch and pen make none. Repeated positions count as no step, and events of
 * one and the same time as one: neither says anything about the hand. A rest, a press, a release or a hidden page ends a run.
 * @returns also the latest run, which goes on being changed
 */
export function followMoves(emit: Emit): { follower: Follower; run: Run } {
  // Fields, not variables: V8 keeps a number that is a field in place, and allocates one anew for each write to a captured variable.
  const last = { x: Number.NaN, y: Number.NaN, t: Number.NaN, finest: Number.POSITIVE_INFINITY, framed: 0 }
  const step = {
    dx: Number.NaN,
    dy: 0,
    dt: 0,
    length: Number.NaN,
    speed: Number.NaN,
    turn: 0,
    before: 0,
    gain: Number.NaN,
    gainBefore: 0,
    samples: 0,
  }
  const run = { steps: 0, x: 0, y: 0, start: 0, duration: 0, length: 0, chord: 0 }
  const stroke = createStroke(MOST_POINTS)
  const isFine = () => last.finest <= COARSE || last.finest === Number.POSITIVE_INFINITY
  const compare = (change: Px) => {
    if (change && Math.abs(change) < last.finest) last.finest = Math.abs(change)
  }
  const take = (event: PointerMove, dx: Px, dy: Px, dt: Ms, length: Px) => {
    const speed = length / dt
    compare(dx - step.dx)
    compare(dy - step.dy)
    step.turn = Math.atan2(step.dx * dy - step.dy * dx, step.dx * dx + step.dy * dy)
    step.before = step.length
    step.gainBefore = step.gain
    step.gain = speed - step.speed
    step.dx = dx
    step.dy = dy
    step.dt = dt
    step.length = length
    step.speed = speed
    step.samples = event.samples
    last.framed = isFrames(dt) ? last.framed + 1 : 0
    if (dt <= COARSE_SAMPLING && last.framed < CLAMPED && isFine()) emit('step', step)
  }
  const end = () => {
    if (run.steps) {
      const { n, x, y } = stroke.points
      run.chord = Math.hypot(x[n - 1]!, y[n - 1]!)
      emit('run', run)
      if (run.steps >= LEAST_STEPS && run.length >= LEAST_WAY && isFine()) {
        const kinematic = run.duration <= COARSE_SAMPLING * run.steps && last.framed < CLAMPED
        const shape = stroke.measure(run)
        if (run.chord >= LEAST_WAY) emit('path', shape)
        if (kinematic && shape.peak > 0) emit('stroke', shape)
      }
    }
    run.steps = 0
  }
  const begin = () => {
    run.x = last.x
    run.y = last.y
    run.start = last.t
    run.length = run.duration = 0
    stroke.clear()
    stroke.add(0, 0, 0)
  }
  const rest = () => {
    end()
    step.dx = step.dy = step.length = step.speed = step.gain = Number.NaN
  }
  const stop = () => {
    rest()
    last.t = Number.NaN
  }
  const move = (event: PointerMove) => {
    if (event.pointer !== 'mouse') return
    const { x, y, t } = event
    const dt = t - last.t
    const dx = x - last.x
    const dy = y - last.y
    if (dt === 0 || (dx === 0 && dy === 0)) return
    // Not Math.hypot, whose care for overflow is slow.
    const length = Math.sqrt(dx * dx + dy * dy)
    if (dt > 0 && dt <= MOVE_GAP && length < Number.POSITIVE_INFINITY) {
      if (!run.steps) begin()
      run.steps++
      run.length += length
      run.duration = t - run.start
      stroke.add(x - run.x, y - run.y, run.duration)
      take(event, dx, dy, dt, length)
      if (run.duration >= LONGEST || stroke.points.n === MOST_POINTS) end()
    } else rest()
    last.x = x
    last.y = y
    last.t = t
  }
  const down = () => {
    // No run led to this press: whoever asks for it gets no number.
    if (!run.steps) run.start = Number.NaN
    stop()
  }
  return { follower: { move, down, up: stop, hide: stop }, run }
}
