import type { Ms } from '../../units.js'
import type { InputEvent, KeyDown, PointerDown, PointerUp } from '../input-event.js'
import type { Emit, Follower } from './gesture.js'

/** Neighbours that are further apart say nothing about a clock or a device. */
const NEAR: Ms = 250
/** A shorter stop of the mouse is part of moving it, a longer one is absence. */
const PAUSE: readonly [Ms, Ms] = [150, 10_000]
/** Keys and turns of the wheel that follow sooner belong to the action before. */
const APART: Ms = 1000
/** A program moves the pointer to where it presses just before it does. */
const JUST_BEFORE: Ms = 150

/** Input methods and keyboards on the screen send keys of their own making, at times of their own. */
const isByKeyboard = ({ physical, composing }: KeyDown): boolean => physical && !composing

/** Turns times alone into intervals, pauses and actions. */
export function followRhythm(emit: Emit): Follower {
  const last = { event: Number.NaN, move: Number.NaN, act: Number.NaN, stirred: Number.NaN }
  const interval = { dt: 0, moves: false }
  let moved = false
  /** The latest press of a key that no keyboard made, while it is down. */
  let made = Number.NaN
  const tick = (t: Ms, moves: boolean) => {
    interval.dt = t - last.event
    interval.moves = moves && moved
    if (interval.dt > 0 && interval.dt <= NEAR) emit('interval', interval)
    last.event = t
    moved = moves
  }
  /** What assistive technology presses bears the browser's own time, on another grid than all that hardware does. */
  const press = ({ t, pointer }: PointerDown | PointerUp) => {
    if (pointer === 'other') last.event = Number.NaN
    else tick(t, false)
  }
  const act = (t: Ms, kind: InputEvent['kind']) => {
    const gap = t - last.act
    if (kind === 'down' || !(gap <= APART)) emit('action', { gap, still: !(t - last.stirred > JUST_BEFORE) })
    last.act = t
    last.stirred = Number.NaN
  }
  return {
    move({ t, pointer }) {
      tick(t, pointer === 'mouse')
      const duration = t - last.move
      if (duration >= PAUSE[0] && duration <= PAUSE[1]) emit('pause', { duration })
      last.move = t
      // The first since the last action: what came later is nearer to the next.
      if (Number.isNaN(last.stirred)) last.stirred = t
    },
    scroll({ t }) {
      if (Number.isNaN(last.stirred)) last.stirred = t
    },
    down(event) {
      press(event)
      act(event.t, 'down')
    },
    up(event) {
      press(event)
      last.act = event.t
    },
    wheel({ t }) {
      tick(t, false)
      act(t, 'wheel')
    },
    'key-down'(event) {
      if (isByKeyboard(event)) tick(event.t, false)
      else {
        last.event = Number.NaN
        made = event.press
      }
      act(event.t, 'key-down')
    },
    'key-up'({ press, t }) {
      if (press === made) made = last.event = Number.NaN
      else tick(t, false)
      last.act = t
    },
  }
}
