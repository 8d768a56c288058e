import { deviation } from '../../../../shared/features/statistics/deviation.js'
import { mean } from '../../../../shared/features/statistics/mean.js'
import { ratio } from '../../../../shared/features/statistics/ratio.js'
import { type Measure, measureOf } from './measure.js'

const logOf = (value: number, least: number, most: number): number => (value >= least && value <= most ? Math.log(value) : Number.NaN)

export const ofScrolling: readonly Measure[] = [
  /** Standard deviation of ln(time between events of the wheel), which has no unit; rests over 2 s left out. */
  measureOf<'wheel'>({
    id: 'input.posted-scroll-spread',
    hears: 'wheel',
    range: [0, 10],
    statistic: deviation(6),
    measure: ({ interval }) => logOf(interval, 1, 2000),
  }),
  /** Standard deviation of ln(`pause_after_ms`). */
  measureOf<'wheel'>({
    id: 'input.posted-scroll-pause-spread',
    hears: 'wheel',
    range: [0, 10],
    statistic: deviation(5),
    measure: ({ pause }) => logOf(pause, 1, 60_000),
  }),
  /** Share of the events that repeat the one before: the same delta, and the same pause. A notched wheel repeats its delta, and no hand its pause. */
  measureOf<'wheel'>({
    id: 'input.posted-scroll-same',
    hears: 'wheel',
    range: [0, 1],
    statistic: mean(6),
    measure: ({ same }) => same,
  }),
  /** Share of the deltas that their `delta_mode` cannot have. */
  measureOf<'wheel'>({
    id: 'input.posted-scroll-odd',
    hears: 'wheel',
    range: [0, 1],
    statistic: mean(5),
    measure: ({ odd }) => odd,
  }),
  /** Words a second of pages that were left again: their `word_count` over the time on them. */
  measureOf<'page'>({
    id: 'input.posted-reading-pace',
    hears: 'page',
    range: [0, 100_000],
    statistic: ratio(0.001),
    measure: ({ words, dwell }) => (words >= 50 ? [words, dwell] : Number.NaN),
  }),
]
