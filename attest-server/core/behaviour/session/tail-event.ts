import type { InputEvent, Offset } from '../../../../shared/features/input-event.js'
import type { Ms } from '../../../../shared/units.js'
import type { PostedEvent } from '../events/posted-event.js'

const MOVE = 0
const CLICK = 1
const KEY = 2
const WHEEL = 3
const HIDE = 4
/** Another page begins: nothing of what came before leads to what comes after. */
export const RESTART = 5

/** An event that the collector's features can read, as a few finite numbers: its code, its time, and what the code says. */
export type TailEvent = readonly [code: number, t: Ms, ...more: number[]]

/** Where it fell in its element is known at most from the centre, and never how large that was: nothing is asked that needs it. */
const nowhere: Offset = { dx: Number.NaN, dy: Number.NaN, width: Number.NaN, height: Number.NaN }

/**
 * What the collector would have made of it. A posted click is a press, as far as presses are asked for; that it ended, and when it began, was not posted.
 * @param byPointer whether a pointer made it, if it is a click
 * @param stroke whether it types or edits, if it is a key
 * @returns undefined where the collector hears nothing of the kind
 */
export function tailEventOf(
  event: PostedEvent,
  t: Ms,
  { byPointer, stroke }: { byPointer: boolean; stroke: boolean },
): TailEvent | undefined {
  const { type, trusted = true } = event
  if (type === 'click') {
    const { x, y } = event
    return byPointer && x !== undefined && y !== undefined ? [CLICK, t, +trusted, x, y] : [CLICK, t, +trusted]
  }
  if (!trusted) return undefined
  if (type === 'mousemove') return [MOVE, t, event.x, event.y]
  if (type === 'keydown') return [KEY, t, +(event.key === 'modifier'), +(event.key === 'composed'), +!stroke]
  if (type === 'scroll') return [WHEEL, t, event.delta ?? 0]
  return type === 'page_leave' ? [HIDE, t] : undefined
}

function clickOf(t: Ms, [trusted, x, y]: readonly number[]): InputEvent[] {
  const click: InputEvent = { kind: 'click', t, trusted: trusted === 1, sends: false }
  if (x === undefined || y === undefined) return [click]
  const place = { pointer: 'mouse' as const, x, y, zoomed: true, flush: true }
  return [{ kind: 'down', t, trusted: trusted === 1, ...place, pressure: 0.5, offset: nowhere, touchable: true }, click]
}

function keyOf(t: Ms, [modifier, composed, repeat]: readonly number[]): InputEvent {
  const about = { modifier: modifier === 1, composing: false, physical: composed !== 1, repeat: repeat === 1 }
  return { kind: 'key-down', t, trusted: true, ...about, press: 0, shifts: false, upper: false, shift: false, capsLock: false }
}

/** What it lacks of the collector's events is filled with what says nothing: the same as for recordings. */
export function inputEventsOf([code, t, ...more]: TailEvent): InputEvent[] {
  if (code === MOVE)
    return [{ kind: 'move', t, trusted: true, pointer: 'mouse', x: more[0]!, y: more[1]!, samples: 0, zoomed: true, flush: true }]
  if (code === CLICK) return clickOf(t, more)
  if (code === KEY) return [keyOf(t, more)]
  if (code === WHEEL) return [{ kind: 'wheel', t, trusted: true, deltaY: more[0]!, legacyDelta: 0, flush: true }]
  return code === HIDE ? [{ kind: 'hide', t, trusted: true }] : []
}
