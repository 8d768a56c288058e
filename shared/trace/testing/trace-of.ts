import type { InputEvent } from '../../features/input-event.js'
import { startFeatures } from '../../features/reading/start-features.js'
import { startTrace, type Trace } from '../start-trace.js'
import { type CommittedNow, commitNow } from './commit-now.js'

export interface VisitTrace extends Pick<Trace, 'lose'> {
  push(event: InputEvent): void
  /** @param nonce of the challenge */
  commit(nonce: string): CommittedNow
}

/** For tests and studies: the trace of a visit, as the senses of the collector keep it. */
export function traceOf(events: readonly InputEvent[]): VisitTrace {
  const { push, lose, end } = startTrace()
  let isStep = false
  const features = startFeatures((kind) => {
    if (kind === 'step') isStep = true
  })
  const hear = (event: InputEvent) => {
    isStep = false
    features.push(event)
    push(event, isStep)
  }
  for (const event of events) hear(event)
  return { push: hear, lose, commit: (nonce) => commitNow(end(), nonce) }
}
