import type { InputEvent } from '../../features/input-event.js'
import { type Measuring, startMeasuring } from '../start-measuring.js'
import { type CommittedNow, commitNow } from './commit-now.js'

export interface VisitTrace extends Pick<Measuring, 'push' | 'lose'> {
  /** @param nonce of the challenge */
  commit(nonce: string): CommittedNow
}

/** For tests and studies: the trace of a visit, as the senses of the collector keep it. */
export function traceOf(events: readonly InputEvent[]): VisitTrace {
  const { push, lose, end } = startMeasuring()
  for (const event of events) push(event)
  return { push, lose, commit: (nonce) => commitNow(end(), nonce) }
}
