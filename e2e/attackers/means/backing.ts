import type { InputEvent } from '../../../shared/features/input-event.js'
import type { Trace } from '../../../shared/trace/start-trace.js'
import { traceOf } from '../../../shared/trace/testing/trace-of.js'

/** What a visit's evidence commits to, and what opens it. */
export type Committed = ReturnType<Trace['commit']>

/** What stands behind a visit: it commits to that once there is a challenge. */
export type Backing = () => Committed

/** The very events, as the collector would keep them. */
export function backedBy(events: readonly InputEvent[]): Backing {
  const trace = traceOf(events)
  return () => trace.commit()
}
