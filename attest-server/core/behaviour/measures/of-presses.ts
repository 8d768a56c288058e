import { deviation } from '../../../../shared/features/statistics/deviation.js'
import { mean } from '../../../../shared/features/statistics/mean.js'
import { quantile } from '../../../../shared/features/statistics/quantile.js'
import type { Px } from '../../../../shared/units.js'
import { type Measure, measureOf } from './measure.js'

/** The centre itself, but for rounding. */
const CENTRE: Px = 1
/** Detection Lab's own rule: sustained precision is a deviation below 2 px. */
const PRECISE: Px = 2
/** A hand needs some ten frames for as much: `press-teleports` has the same. */
const FAR: Px = 100

const share = (offset: Px, within: Px) => (Number.isNaN(offset) ? Number.NaN : offset <= within)

export const ofPresses: readonly Measure[] = [
  /** Share of the clicks within 1 px of the exact centre of what they hit. */
  measureOf<'press'>({
    id: 'input.posted-click-centred',
    hears: 'press',
    range: [0, 1],
    statistic: mean(3),
    measure: ({ offset }) => share(offset, CENTRE),
  }),
  /** Share of the clicks within 2 px of it. */
  measureOf<'press'>({
    id: 'input.posted-click-precise',
    hears: 'press',
    range: [0, 1],
    statistic: mean(10),
    measure: ({ offset }) => share(offset, PRECISE),
  }),
  /** Standard deviation of the distance from the centre, in px. */
  measureOf<'press'>({
    id: 'input.posted-click-spread',
    hears: 'press',
    range: [0, 10_000],
    statistic: deviation(4),
    measure: ({ offset }) => offset,
  }),
  /** Share of the clicks on something that had been hovered. */
  measureOf<'press'>({
    id: 'input.posted-click-hovered',
    hears: 'press',
    range: [0, 1],
    statistic: mean(3),
    measure: ({ hovered }) => hovered,
  }),
  /** Median time from the last hover of what is clicked to the click, in ms. */
  measureOf<'press'>({
    id: 'input.posted-hover-dwell',
    hears: 'press',
    range: [0, 60_000],
    statistic: quantile(0.5, 3),
    measure: ({ dwell }) => dwell,
  }),
  /** Share of the clicks that are more than 100 px from where the pointer was last. */
  measureOf<'press'>({
    id: 'input.posted-click-far',
    hears: 'press',
    range: [0, 1],
    statistic: mean(2),
    measure: ({ far }) => (Number.isNaN(far) ? Number.NaN : far > FAR),
  }),
]
