import { frameStep } from '../../frame-step.js'
import { isOnGrid } from '../../is-on-grid.js'
import type { Ms, Px } from '../../units.js'
import type { PointerMove } from '../input-event.js'
import { coarseSampling } from './coarse-sampling.js'
import type { Emit } from './gesture.js'

/** Where neighbouring steps never differ by less, positions lie on a coarse grid, and the grid would be measured, not the hand. */
const COARSE: Px = 2
/** After so many steps that take whole frames, times are taken for clamped. */
const CLAMPED = 8

/** How finely places and times are given, as far as steps have shown. */
export interface Grain {
  isFine(): boolean
  isClamped(): boolean
}

/** Turns the way from one place of the mouse to the next into steps. */
export function followSteps(emit: Emit): Grain & {
  add(event: PointerMove, dx: Px, dy: Px, dt: Ms, length: Px): void
  rest(): void
} {
  // Fields, not variables: V8 keeps a number that is a field in place, and allocates one anew for each write to a captured variable.
  const seen = { finest: Number.POSITIVE_INFINITY, framed: 0 }
  const none = { dx: Number.NaN, length: Number.NaN, speed: Number.NaN, gain: Number.NaN }
  const step = { ...none, dy: 0, dt: 0, turn: 0, before: 0, gainBefore: 0, samples: 0 }
  const isFine = () => seen.finest <= COARSE || seen.finest === Number.POSITIVE_INFINITY
  const isClamped = () => seen.framed >= CLAMPED
  const compare = (change: Px) => {
    if (change && Math.abs(change) < seen.finest) seen.finest = Math.abs(change)
  }
  return {
    isFine,
    isClamped,
    add({ samples }, dx, dy, dt, length) {
      compare(dx - step.dx)
      compare(dy - step.dy)
      step.turn = Math.atan2(step.dx * dy - step.dy * dx, step.dx * dx + step.dy * dy)
      step.before = step.length
      step.gainBefore = step.gain
      step.gain = length / dt - step.speed
      step.dx = dx
      step.dy = dy
      step.dt = dt
      step.length = length
      step.speed = length / dt
      step.samples = samples
      seen.framed = isOnGrid(dt, frameStep) ? seen.framed + 1 : 0
      if (dt <= coarseSampling && !isClamped() && isFine()) emit('step', step)
    },
    rest() {
      step.dx = step.dy = step.length = step.speed = step.gain = Number.NaN
    },
  }
}
