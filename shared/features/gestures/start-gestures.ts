import type { InputEvent } from '../input-event.js'
import { followClicks } from './follow-clicks.js'
import { followGlides } from './follow-glides.js'
import { followKeys } from './follow-keys.js'
import { followMoves } from './follow-moves.js'
import { followPresses } from './follow-presses.js'
import { followRhythm } from './follow-rhythm.js'
import { followScrolling } from './follow-scrolling.js'
import { followText } from './follow-text.js'
import { followTouches } from './follow-touches.js'
import type { Emit, Follower } from './gesture.js'
import { startRecent } from './start-recent.js'

/**
 * Turns raw events into gestures, once for all features. Bounded memory: the points of one run, the shapes of the last few strokes,
 * and single numbers. What a script made is heard for clicks only.
 */
export function startGestures(emit: Emit): (event: InputEvent) => void {
  const recent = startRecent()
  const moves = followMoves(emit)
  const scrolling = followScrolling(emit, recent)
  const followers: readonly Follower[] = [
    moves.follower,
    followGlides(emit),
    followRhythm(emit),
    scrolling.follower,
    followPresses(emit, moves.run, scrolling.handless),
    followTouches(emit),
    followKeys(emit),
    followText(emit, recent),
  ]
  const clicks = followClicks(emit, recent)
  // Found once for each kind: asking every follower for every event would cost more than what they do.
  const hearers = new Map<string, readonly ((event: never) => void)[]>()
  const hearersOf = (kind: InputEvent['kind']) => followers.flatMap((follower) => follower[kind] ?? [])
  return (event) => {
    const { kind, t } = event
    if (kind === 'click') clicks(event)
    if (!event.trusted) return
    if (!hearers.has(kind)) hearers.set(kind, hearersOf(kind))
    for (const hear of hearers.get(kind)!) hear(event as never)
    if (kind === 'move' || kind === 'down' || kind === 'key-down') emit(kind, event as never)
    if (t < Number.POSITIVE_INFINITY) recent[kind] = t
  }
}
