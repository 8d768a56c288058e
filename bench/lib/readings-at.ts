import type { FeatureId } from '../../shared/features/index.js'
import type { InputEvent } from '../../shared/features/input-event.js'
import { startFeatures } from '../../shared/features/reading/start-features.js'
import type { Observation } from '../../shared/observation.js'
import type { Ms, Seconds } from '../../shared/units.js'

/** How much of a visit is read, besides all of it: a first look, a form, a page, a visit. */
export const CUTS: readonly Seconds[] = [2, 5, 10, 30]

/** What the features read after `elapsed` ms of a visit. */
export interface Reading {
  readonly elapsed: Ms
  readonly features: ReadonlyMap<FeatureId, Observation<number>>
}

/** What the features read at each of {@link CUTS} that the events pass, and at the end. One pass: reading changes nothing. */
export function readingsAt(events: readonly InputEvent[]): Reading[] {
  const { push, read } = startFeatures()
  const start = events[0]?.t ?? 0
  const left = CUTS.map((cut) => 1000 * cut)
  const readings: Reading[] = []
  for (const event of events) {
    while (left.length > 0 && event.t - start > left[0]!) readings.push({ elapsed: left.shift()!, features: read() })
    push(event)
  }
  readings.push({ elapsed: (events.at(-1)?.t ?? 0) - start, features: read() })
  return readings
}
