import type { InputEvent } from '../../features/input-event.js'
import { startFeatures } from '../../features/reading/start-features.js'
import { startTrace, type Trace } from '../start-trace.js'

/** For tests and studies: the trace of a visit, as the senses of the collector keep it. */
export function traceOf(events: readonly InputEvent[]): Omit<Trace, 'push'> & { push(event: InputEvent): void } {
  const { push, lose, commit } = startTrace()
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
  return { push: hear, lose, commit }
}
