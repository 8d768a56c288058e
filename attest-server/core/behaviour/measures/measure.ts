import type { FeatureId } from '../../../../shared/features/index.js'
import type { Measurement } from '../../../../shared/features/reading/feature.js'
import type { Statistic } from '../../../../shared/features/statistics/statistic.js'
import type { Range } from '../../../../shared/scale.js'
import type { PostedGestures } from './posted-gesture.js'

export type MeasureId = `input.posted-${string}`

/**
 * What `shared/features` cannot read from posted events, in the same way: a number of one gesture, and the statistic that it is added to. Without
 * state, and merged by adding. The three features of keys stand here, too: their intervals are posted, and need no clock.
 */
export interface Measure<K extends keyof PostedGestures = keyof PostedGestures> {
  readonly id: MeasureId | FeatureId
  readonly hears: K
  /** Readings are clamped into it. */
  readonly range: Range
  readonly statistic: Statistic
  /** NaN says nothing. */
  measure(gesture: PostedGestures[K]): Measurement
}

/** Hides what a measure hears, so that all can stand in one list. */
export const measureOf = <K extends keyof PostedGestures>(measure: Measure<K>): Measure => measure as unknown as Measure
