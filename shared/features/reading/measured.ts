import { type Observation, seen, unsupported } from '../../observation.js'
import { onScale, type Range } from '../../scale.js'

/**
 * A value where there is one, else (NaN) `unsupported`. Clamped into the feature's range and moved to the nearest step of its scale,
 * which is what the wire carries: browser, server and whoever fits a card weigh the same number.
 */
export function measured(value: number, range: Range): Observation<number> {
  const [min, max] = range
  return Number.isFinite(value) ? seen(onScale(Math.min(max, Math.max(min, value)), range)) : unsupported
}
