import type { InputEvent } from '../../../../shared/features/input-event.js'
import { type PostedBatch, parseEvents } from '../events/parse-events.js'
import { appendEvents } from '../session/append-events.js'
import { type SessionState, startSession } from '../session/session-state.js'
import { postedOf } from './posted-of.js'

/** @throws where it is none: tests post what is understood */
export function batchOf(events: readonly unknown[]): PostedBatch {
  const parsed = parseEvents({ events })
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

/** The session that these posted events make. */
export const sessionOf = (events: readonly unknown[]): SessionState => appendEvents(startSession(), batchOf(events))

/** The session of what our own collector has heard, posted by another. */
export const sessionOfInput = (events: readonly InputEvent[]): SessionState => sessionOf(postedOf(events))
