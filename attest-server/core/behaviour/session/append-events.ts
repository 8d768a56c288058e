import type { Ms } from '../../../../shared/units.js'
import type { PostedBatch } from '../events/parse-events.js'
import type { PostedClick, PostedEvent } from '../events/posted-event.js'
import { followPosted, isStroke } from '../measures/follow-posted.js'
import { measures } from '../measures/index.js'
import { type Memory, startMemory } from '../measures/memory.js'
import type { EmitPosted } from '../measures/posted-gesture.js'
import { arrange, type Placed } from './arrange.js'
import { fold } from './fold.js'
import { cutSums, joinSums } from './layout.js'
import { addMeasured } from './measured-sums.js'
import { LONG_TAIL, LONGEST_TAIL, type SessionState } from './session-state.js'
import { RESTART, type TailEvent, tailEventOf } from './tail-event.js'

/** Enter clicks when it is pressed, the space bar when it is let go. */
const ACTIVATION: Ms = 600
/** A click on a label clicks its field, too, at the same time and place. */
const LABEL: Ms = 5
/** Nothing that is measured spans a longer silence but waiting. */
const REST: Ms = 300

/** A keyboard clicks as well, at (0, 0) or in the middle: who uses no pointer is not asked how it got there. */
function isByPointer({ mouse, key, press }: Memory, { x, y }: PostedClick, t: Ms | undefined): boolean {
  if (x === undefined || y === undefined || (x === 0 && y === 0)) return false
  if (t === undefined) return true
  const byKey =
    (key?.key === 'enter' || key?.key === 'space') && t - (key.t ?? -Infinity) <= ACTIVATION && !((mouse?.t ?? -Infinity) > key.t!)
  return !byKey && !(press?.x === x && press.y === y && t - (press.t ?? -Infinity) <= LABEL)
}

function learn(state: SessionState, event: PostedEvent): void {
  state.counts[event.type]++
  if (event.type === 'page_enter') state.purposes = [...new Set([...state.purposes, ...event.purposes])].sort()
  if (event.type !== 'fingerprint') return
  for (const [id, value] of Object.entries(event.tells)) {
    const known = state.tells[id]
    if (known === undefined || Number(value) > Number(known)) state.tells[id] = value
  }
}

/** @returns the event's time on the session's clock; undefined where it has none */
function tick({ clock }: SessionState, t: Ms | undefined): Ms | undefined {
  if (t === undefined) return undefined
  if (clock.now === undefined) clock.shift = 0 - t
  clock.posted = Math.max(clock.posted ?? t, t)
  clock.now = Math.max(clock.now ?? 0, t + clock.shift)
  return t + clock.shift
}

function push(state: SessionState, event: TailEvent): void {
  const { length } = state.tail
  const rests = event[1] - (state.tail.at(-1)?.[1] ?? event[1]) >= REST
  if (length >= LONGEST_TAIL || (length >= LONG_TAIL && rests)) fold(state)
  state.tail.push(event)
}

/** Another page has another clock: the session's goes on from where it was, and nothing before leads to anything after. */
function restart(state: SessionState, t: Ms): void {
  push(state, [RESTART, state.clock.now ?? 0])
  state.memory = { ...startMemory(), deeds: state.memory.deeds, hovers: [] }
  state.clock = { shift: (state.clock.now ?? 0) - t, posted: t, now: state.clock.now ?? 0 }
}

function keep(state: SessionState, event: PostedEvent, t: Ms, byPointer: boolean): void {
  const stroke = event.type === 'keydown' && isStroke(state.memory, event, t)
  const kept = tailEventOf(event, t, { byPointer, stroke })
  if (kept) push(state, kept)
}

function append(state: SessionState, { event, late, restarts }: Placed, emit: EmitPosted): void {
  if (restarts && event.t !== undefined) restart(state, event.t)
  learn(state, event)
  const t = tick(state, event.t)
  const byPointer = event.type === 'click' && isByPointer(state.memory, event, t)
  if (t !== undefined) keep(state, event, t, byPointer)
  followPosted(state.memory, event, t, { late, byPointer }, emit)
}

/** Sums are replaced and never written into, so that they need no copy. */
const copyOf = (state: SessionState): SessionState => ({
  ...state,
  tail: [...state.tail],
  memory: structuredClone(state.memory),
  clock: { ...state.clock },
  counts: { ...state.counts },
  tells: { ...state.tells },
})

/** Events between two pauses: some 20 ms of clicks, which take longest. */
const STEP = 1000

/** `appendEvents`, pausing on the way: a batch may be a third of a second of work, and anybody may post one. */
export function* appendInSteps(state: SessionState, { events, ignored, purposes }: PostedBatch): Generator<void, SessionState> {
  const next = copyOf(state)
  next.counts.ignored += ignored
  next.purposes = [...new Set([...next.purposes, ...purposes])].sort()
  const sums = cutSums(next.measured, measures)
  const emit = addMeasured(sums)
  let left = STEP
  for (const placed of arrange(events, next.clock.posted)) {
    append(next, placed, emit)
    if (--left > 0) continue
    left = STEP
    yield
  }
  next.measured = joinSums(sums)
  return next
}

/** The session with these events in it. Pure: the state before stays as it was. */
export function appendEvents(state: SessionState, batch: PostedBatch): SessionState {
  const steps = appendInSteps(state, batch)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
