import { type Observation, seen, unsupported } from '../observation.js'

/**
 * A value where there is one, else (NaN) `unsupported`. Clamped into the feature's range, so that no odd but honest input makes the
 * server refuse the evidence.
 */
export function measured(value: number, [min, max]: readonly [number, number]): Observation<number> {
  return Number.isFinite(value) ? seen(Math.min(max, Math.max(min, value))) : unsupported
}
