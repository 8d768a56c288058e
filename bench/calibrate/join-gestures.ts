import type { InputEvent } from '../../shared/features/input-event.js'
import type { Ms, Px } from '../../shared/units.js'
import type { Recording } from '../lib/recordings.js'

/** A shorter recording is a gesture, not a visit. */
const SHORT: Ms = 5000
/** What joined gestures last at least. */
const VISIT: Ms = 12_000
/** Longer than any rest within a movement, so that two gestures never make one. */
const REST: Ms = 700

const moved = (event: InputEvent, dt: Ms, dx: Px, dy: Px): InputEvent =>
  'x' in event ? { ...event, t: event.t + dt, x: event.x + dx, y: event.y + dy } : { ...event, t: event.t + dt }

const places = (events: readonly InputEvent[]) => events.flatMap((event) => ('x' in event ? [event] : []))

/** One recording after the other, each starting where the one before it ended. */
function join(parts: readonly Recording[]): Recording {
  const events: InputEvent[] = []
  for (const part of parts) {
    const [from, to] = [places(part.events)[0], places(events).at(-1)]
    const [dx, dy] = from && to ? [to.x - from.x, to.y - from.y] : [0, 0]
    const dt = events.length > 0 ? events.at(-1)!.t + REST - (part.events[0]?.t ?? 0) : 0
    for (const event of part.events) events.push(moved(event, dt, dx, dy))
  }
  const duration = (events.at(-1)?.t ?? 0) - (events[0]?.t ?? 0)
  return { ...parts[0]!, id: `joined ${parts[0]!.id}`, events, duration }
}

/**
 * Single gestures look unlike visits, and only because they are short. Joins those of one source, label and kind into visits of 12 s,
 * so that a fit learns how they move.
 */
export function joinGestures(recordings: readonly Recording[]): Recording[] {
  const waiting = new Map<string, Recording[]>()
  const visits: Recording[] = []
  for (const recording of recordings) {
    if (recording.duration >= SHORT) continue
    const key = `${recording.source} ${recording.label} ${recording.kind}`
    const parts = [...(waiting.get(key) ?? []), recording]
    const whole = parts.reduce((sum, { duration }) => sum + duration + REST, 0) >= VISIT
    if (whole) visits.push(join(parts))
    waiting.set(key, whole ? [] : parts)
  }
  return visits
}
