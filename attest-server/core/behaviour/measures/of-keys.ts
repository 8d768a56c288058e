import { keyInterval } from '../../../../shared/features/key/key-interval.js'
import { keyIntervalLogSpread } from '../../../../shared/features/key/key-interval-log-spread.js'
import { keyIntervalSpread } from '../../../../shared/features/key/key-interval-spread.js'
import type { Feature } from '../../../../shared/features/reading/feature.js'
import { correlation } from '../../../../shared/features/statistics/correlation.js'
import { deviation } from '../../../../shared/features/statistics/deviation.js'
import { mean } from '../../../../shared/features/statistics/mean.js'
import type { Ms } from '../../../../shared/units.js'
import { type Measure, measureOf } from './measure.js'

/** A longer rest is thinking or looking, not rhythm: as `key-interval-spread` has it. */
const REST: Ms = 1500
/** Within a burst of typing hands seldom rest for longer (Dhakal et al., CHI 2018: mean interval 239 ms, SD 112). */
const PAUSE: Ms = 500

const isRhythm = (interval: Ms): boolean => interval >= 10 && interval <= REST

/** The collector's own feature, on intervals that were posted. */
const shared = ({ id, range, statistic, measure }: Feature<'key'> & Pick<Measure, 'id'>): Measure =>
  measureOf<'key'>({ id, hears: 'key', range, statistic, measure: (key) => measure(key) })

export const ofKeys: readonly Measure[] = [
  shared(keyInterval),
  shared(keyIntervalSpread),
  shared(keyIntervalLogSpread),
  /** Coefficient of variation of the interval: hands 0.4 and more. */
  measureOf<'key'>({
    id: 'input.posted-key-variation',
    hears: 'key',
    range: [0, 10],
    statistic: deviation(8, true),
    measure: ({ interval }) => (interval >= 0 && interval <= REST ? interval : Number.NaN),
  }),
  /** Correlation of ln(interval) with that of the key before: rhythm. Noise that is drawn anew for each key has none. */
  measureOf<'key'>({
    id: 'input.posted-key-correlation',
    hears: 'key',
    range: [-1, 1],
    statistic: correlation(16),
    measure: ({ interval, before }) => (isRhythm(interval) && isRhythm(before) ? [Math.log(before), Math.log(interval)] : Number.NaN),
  }),
  /** Share of the intervals that are pauses: hands type in bursts. */
  measureOf<'key'>({
    id: 'input.posted-key-pauses',
    hears: 'key',
    range: [0, 1],
    statistic: mean(20),
    measure: ({ interval }) => (interval >= 0 ? interval > PAUSE : Number.NaN),
  }),
  /** Share of the keys that delete. */
  measureOf<'key'>({
    id: 'input.posted-key-corrections',
    hears: 'key',
    range: [0, 1],
    statistic: mean(20),
    measure: ({ deletes }) => deletes,
  }),
  /** Mean interval, rests left out, in ms; at least half a millisecond: 1000 divided by it is characters a second. */
  measureOf<'key'>({
    id: 'input.posted-key-mean',
    hears: 'key',
    range: [0.5, REST],
    statistic: mean(10),
    measure: ({ interval }) => (interval >= 0 && interval <= REST ? Math.max(0.5, interval) : Number.NaN),
  }),
]
