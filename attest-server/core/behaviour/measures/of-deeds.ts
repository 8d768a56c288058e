import { correlation } from '../../../../shared/features/statistics/correlation.js'
import { deviation } from '../../../../shared/features/statistics/deviation.js'
import { mean } from '../../../../shared/features/statistics/mean.js'
import { quantile } from '../../../../shared/features/statistics/quantile.js'
import type { Ms } from '../../../../shared/units.js'
import { type Measure, measureOf } from './measure.js'

/** Detection Lab's own rule: a gap over 5 s suggests a human in the loop. */
const LONG: Ms = 5000
/** Who is away for longer is not deciding anything. */
const AWAY: Ms = 300_000

const isAnswer = (gap: Ms): boolean => gap > 0 && gap <= AWAY

/** When things are decided, and whether they are in order. */
export const ofDeeds: readonly Measure[] = [
  /** Median time from what was done last to the next deed, in ms. */
  measureOf<'deed'>({
    id: 'input.posted-response',
    hears: 'deed',
    range: [0, AWAY],
    statistic: quantile(0.5, 4),
    measure: ({ gap }) => (isAnswer(gap) ? gap : Number.NaN),
  }),
  /** Coefficient of variation of that time. */
  measureOf<'deed'>({
    id: 'input.posted-response-variation',
    hears: 'deed',
    range: [0, 10],
    statistic: deviation(6, true),
    measure: ({ gap }) => (isAnswer(gap) ? gap : Number.NaN),
  }),
  /** Share of those times over 5 s. */
  measureOf<'deed'>({
    id: 'input.posted-long-gaps',
    hears: 'deed',
    range: [0, 1],
    statistic: mean(6),
    measure: ({ gap }) => (isAnswer(gap) ? gap > LONG : Number.NaN),
  }),
  /** Correlation of ln(that time) with how many deeds came before: who tires, or learns, drifts. */
  measureOf<'deed'>({
    id: 'input.posted-response-drift',
    hears: 'deed',
    range: [-1, 1],
    statistic: correlation(10),
    measure: ({ gap, index }) => (isAnswer(gap) ? [index, Math.log(gap)] : Number.NaN),
  }),
  /** Share of the events that contradict the order of things. */
  measureOf<'any'>({
    id: 'input.posted-disorder',
    hears: 'any',
    range: [0, 1],
    statistic: mean(20),
    measure: ({ disordered }) => disordered,
  }),
  /** Share of the events that a script made, of those that say. */
  measureOf<'any'>({
    id: 'input.posted-untrusted',
    hears: 'any',
    range: [0, 1],
    statistic: mean(5),
    measure: ({ untrusted }) => untrusted,
  }),
]
