import type { Emit } from '../features/gestures/gesture.js'
import type { InputEvent } from '../features/input-event.js'
import { startFeatures } from '../features/reading/start-features.js'
import { startTrace, type Trace } from './start-trace.js'

/** Features and trace of the same events: a move is a step of the trace where the features have counted it as one. */
export interface Measuring {
  push(event: InputEvent): void
  /** Events were dropped here. */
  lose(): void
  readonly read: ReturnType<typeof startFeatures>['read']
  readonly end: Trace['end']
}

export function startMeasuring(): Measuring {
  let isStep = false
  const hear: Emit = (kind) => {
    if (kind === 'step') isStep = true
  }
  const features = startFeatures(hear)
  const trace = startTrace()
  return {
    push(event) {
      isStep = false
      features.push(event)
      trace.push(event, isStep)
    },
    lose() {
      features.lose()
      trace.lose()
    },
    read: features.read,
    end: trace.end,
  }
}
