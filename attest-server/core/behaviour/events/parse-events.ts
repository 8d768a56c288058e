import { err, ok, type Result } from '../../../../shared/result.js'
import { eventShapes, purposesOf } from './event-shapes.js'
import { type Fields, isFields, textIn } from './fields.js'
import type { PostedEvent, PostedType } from './posted-event.js'

/** More in one request are refused: 5 minutes of a mouse at 60 Hz are 18,000. */
export const MOST_EVENTS = 20_000

/** A page has one. More are ignored: each takes as long to read as hundreds of moves. */
export const MOST_FINGERPRINTS = 16

/** `no-data`: LAB-05's "no data"; `no-events`: its "no events". */
export type EventsFault = 'no-data' | 'no-events' | 'too-many-events'

export interface PostedBatch {
  /** As posted, in its order. */
  readonly events: readonly PostedEvent[]
  /** Items that are no event of ours: of a type that is not known, or no object. A newer collector may send more than we know. */
  readonly ignored: number
  /** What the optional `page` of the request says that it is for. */
  readonly purposes: readonly string[]
}

const isKnown = (type: string): type is PostedType => Object.hasOwn(eventShapes, type)

/** Reads one item after the other. */
function startReading(): (item: unknown) => PostedEvent | undefined {
  let fingerprints = 0
  return (item) => {
    if (!isFields(item)) return undefined
    const type = textIn(item, 'type')
    if (type === undefined || !isKnown(type)) return undefined
    return type === 'fingerprint' && ++fingerprints > MOST_FINGERPRINTS ? undefined : eventShapes[type](item)
  }
}

/** LAB-20's body. Never throws, whatever JSON it is given; the request's size and depth are bounded before. */
export function parseEvents(body: unknown): Result<PostedBatch, EventsFault> {
  if (!isFields(body) || Object.keys(body).length === 0) return err('no-data')
  const posted: unknown = (body as Fields).events
  if (!Object.hasOwn(body, 'events') || !Array.isArray(posted) || posted.length === 0) return err('no-events')
  if (posted.length > MOST_EVENTS) return err('too-many-events')
  const read = startReading()
  const events = posted.flatMap((item) => read(item) ?? [])
  return ok({ events, ignored: posted.length - events.length, purposes: purposesOf(textIn(body, 'page')) })
}
