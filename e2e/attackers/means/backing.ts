import type { InputEvent } from '../../../shared/features/input-event.js'
import { traceOf, type VisitTrace } from '../../../shared/trace/testing/trace-of.js'

/** What stands behind a visit: it commits to that once there is a challenge. @param nonce the challenge's */
export type Backing = VisitTrace['commit']

/** The very events, as the collector would keep them. */
export const backedBy = (events: readonly InputEvent[]): Backing => traceOf(events).commit
