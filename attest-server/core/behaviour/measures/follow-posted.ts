import type { Ms } from '../../../../shared/units.js'
import type { PostedClick, PostedEvent, PostedHover, PostedKey, PostedScroll, PostedType } from '../events/posted-event.js'
import { type Memory, MOST_HOVERS } from './memory.js'
import type { EmitPosted, KeyGesture, PressGesture } from './posted-gesture.js'

/** A key that is held down repeats faster than a hand presses, where `repeat` was not posted. */
const HELD: Ms = 60
/** `delay_ms` may be counted from another clock or listener. */
const SLACK: Ms = 50

const since = (t: Ms | undefined, before: Ms | undefined): Ms => (t === undefined || before === undefined ? Number.NaN : t - before)

/** What comes before anything was done answers nothing. @param decides whether it is a deed, or goes on with one */
function act(memory: Memory, t: Ms | undefined, kind: PostedType, decides: boolean, emit: EmitPosted): void {
  if (decides) emit('deed', { gap: since(t, memory.act?.t), index: memory.deeds++ })
  memory.act = { kind, ...(t !== undefined && { t }) }
}

function hoverOf({ hovers }: Memory, { element }: PostedClick, t: Ms | undefined): Pick<PressGesture, 'hovered' | 'dwell'> {
  if (hovers.length === 0 || element === undefined) return { hovered: Number.NaN, dwell: Number.NaN }
  const hover = hovers.filter((one) => one.element === element).at(-1)
  return { hovered: hover !== undefined, dwell: since(t, hover?.t) }
}

function click(memory: Memory, event: PostedClick, t: Ms | undefined, byPointer: boolean, emit: EmitPosted): void {
  const { x, y, dx = Number.NaN, dy = Number.NaN } = event
  act(memory, t, 'click', true, emit)
  if (!byPointer || x === undefined || y === undefined) return
  const { mouse } = memory
  const far = mouse ? Math.hypot(x - mouse.x, y - mouse.y) : Number.NaN
  emit('press', { offset: Math.hypot(dx, dy), far, ...hoverOf(memory, event, t) })
  memory.press = { x, y, ...(t !== undefined && { t }) }
}

/** The fields of a key gesture that no measure asks for, as the collector has them where nothing is known. */
const plainKey = {
  kind: 'key-down' as const,
  trusted: true,
  shifts: false,
  press: 0,
  upper: false,
  shift: false,
  capsLock: false,
  physical: true,
  composing: false,
  modifier: false,
  repeat: false,
  overlaps: false,
}

/** Whether it is a press that types or edits: no modifier, no input method, not held down. */
export function isStroke(memory: Memory, { key, delay, repeat }: PostedKey, t: Ms | undefined): boolean {
  if (key === 'modifier' || key === 'composed' || repeat) return false
  const editing = key === 'nav' || key === 'backspace'
  return !(editing && repeat === undefined && memory.key?.key === key && (delay ?? since(t, memory.key.t)) < HELD)
}

function keydown(memory: Memory, event: PostedKey, t: Ms | undefined, emit: EmitPosted): void {
  const { key } = event
  const stroke = isStroke(memory, event, t)
  const goesOn = memory.act?.kind === 'keydown'
  act(memory, t, 'keydown', stroke && (key === 'nav' || key === 'enter'), emit)
  if (key === 'modifier' && t !== undefined) memory.modifier = t
  if (key === 'modifier' || key === 'composed') return
  // Collectors post 0 for the first key, and for the first after a click what the click took.
  const delay = goesOn && memory.key ? (event.delay ?? since(t, memory.key.t)) : Number.NaN
  const gesture: KeyGesture = {
    ...plainKey,
    t: t ?? Number.NaN,
    interval: delay,
    before: (goesOn && memory.key?.delay) || Number.NaN,
    deletes: key === 'backspace',
  }
  if (stroke) emit('key', gesture)
  memory.key = { key, ...(t !== undefined && { t }), ...(stroke && delay >= 0 && { delay }) }
}

/** DOM UI Events: lines and pages come in small numbers, whatever the wheel; there is no fourth mode. */
function isOdd({ delta, mode }: PostedScroll): boolean | number {
  if (delta === undefined || mode === undefined) return Number.NaN
  return mode === 0 ? false : !((mode === 1 || mode === 2) && Math.abs(delta) <= 100)
}

function scroll(memory: Memory, event: PostedScroll, t: Ms | undefined, emit: EmitPosted): void {
  const { delta, pause } = event
  const last = memory.wheel
  act(memory, t, 'scroll', false, emit)
  const interval = since(t, last?.t)
  const known = last?.delta !== undefined && delta !== undefined && pause !== undefined && last.pause !== undefined
  const same = known ? delta === last.delta && Math.abs(pause - last.pause!) < 1 : Number.NaN
  emit('wheel', { interval, pause: pause ?? Number.NaN, same, odd: isOdd(event) })
  memory.wheel = { ...(t !== undefined && { t }), ...(delta !== undefined && { delta }), ...(pause !== undefined && { pause }) }
}

function hover({ hovers }: Memory, { element }: PostedHover, t: Ms | undefined): void {
  if (element === undefined) return
  hovers.push({ element, ...(t !== undefined && { t }) })
  if (hovers.length > MOST_HOVERS) hovers.shift()
}

function leave(memory: Memory, t: Ms | undefined, emit: EmitPosted): void {
  const { page } = memory
  if (page && t !== undefined && t > page.t) emit('page', { words: page.words, dwell: (t - page.t) / 1000 })
  delete memory.page
}

function isMiscounted(memory: Memory, { delay }: PostedKey, t: Ms | undefined): boolean {
  if (delay === undefined || delay <= 0) return false
  // From the key before, or from the Shift before it: collectors count either.
  const intervals = [since(t, memory.key?.t), since(t, memory.modifier)].filter((interval) => interval >= 0)
  return intervals.length > 0 && intervals.every((interval) => Math.abs(delay - interval) > SLACK + 0.5 * Math.min(delay, interval))
}

/**
 * What one event adds to what is known of the session: gestures for the measures, and a changed memory.
 * @param t on the session's clock; undefined where no time was posted
 * @param late it was posted after a later one
 */
export function followPosted(
  memory: Memory,
  event: PostedEvent,
  t: Ms | undefined,
  { late, byPointer }: { late: boolean; byPointer: boolean },
  emit: EmitPosted,
): void {
  const disordered = late || (event.type === 'keydown' && isMiscounted(memory, event, t))
  emit('any', { disordered, untrusted: event.trusted === undefined ? Number.NaN : !event.trusted })
  if (event.type === 'page_enter') {
    leave(memory, t, emit)
    if (t !== undefined && event.words !== undefined) memory.page = { t, words: event.words }
  } else if (event.type === 'page_leave') leave(memory, t, emit)
  // What a script made tells of no hand, as for the collector.
  if (event.trusted === false) return
  if (event.type === 'mousemove') memory.mouse = { x: event.x, y: event.y, ...(t !== undefined && { t }) }
  else if (event.type === 'click') click(memory, event, t, byPointer, emit)
  else if (event.type === 'keydown') keydown(memory, event, t, emit)
  else if (event.type === 'scroll') scroll(memory, event, t, emit)
  else if (event.type === 'hover') hover(memory, event, t)
}
