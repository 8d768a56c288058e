import type { Ms } from '../../units.js'
import type { Emit, Follower } from './gesture.js'

/** A recorder of a move each 7 ms and one of a move each 110 ms see the same places at this pace. */
const FRAME: Ms = 125
/** What lies on both sides of a longer silence is not one movement. */
const REST: Ms = 300
/** A peak is faster than its neighbours by this factor. */
const RISE = 1.25

/**
 * Turns moves of the mouse into glides: how the pointer got on in each eighth of a second. Slow enough for remote desktops, recorders
 * that thin out, coarse clocks and coarse grids: a glide tells of the hand, and not of what heard it.
 */
export function followGlides(emit: Emit): Follower {
  const last = { x: Number.NaN, y: Number.NaN, t: Number.NaN, dx: 0, dy: 0 }
  const next = { x: Number.NaN, y: Number.NaN, t: Number.NaN, frame: Number.NaN }
  const glide = { speed: Number.NaN, before: Number.NaN, turn: Number.NaN, peak: false }
  const rest = () => {
    glide.speed = glide.before = Number.NaN
  }
  const go = (dx: number, dy: number, speed: number) => {
    const twoBefore = glide.before
    glide.before = glide.speed
    glide.speed = speed
    glide.turn = Math.atan2(last.dx * dy - last.dy * dx, last.dx * dx + last.dy * dy)
    glide.peak = glide.before > RISE * twoBefore && glide.before > RISE * speed
    emit('glide', glide)
    last.dx = dx
    last.dy = dy
  }
  /** The frame is over: where it ended is where the next begins. */
  const finish = () => {
    const [dx, dy, dt] = [next.x - last.x, next.y - last.y, next.t - last.t]
    const length = Math.sqrt(dx * dx + dy * dy)
    if (dt > 0 && dt <= REST && length > 0) go(dx, dy, length / dt)
    else rest()
    last.x = next.x
    last.y = next.y
    last.t = next.t
  }
  const stop = () => {
    finish()
    rest()
    next.frame = next.t = Number.NaN
  }
  const move = ({ pointer, x, y, t }: { pointer: string; x: number; y: number; t: Ms }) => {
    if (pointer !== 'mouse') return
    const frame = Math.floor(t / FRAME)
    if (frame !== next.frame) finish()
    next.x = x
    next.y = y
    next.t = t
    next.frame = frame
  }
  return { move, down: stop, up: stop, hide: stop }
}
