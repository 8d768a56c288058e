import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const SPLIT: Ms = 0.2

/**
 * Share of the typed characters that came as an event of their own, later than their key: a keyboard makes both at one time, and
 * chromedriver sends them one by one.
 */
export const keySplit = {
  id: 'input.key-split',
  hears: ['typed'],
  needs: { keys: 1 },
  range: [0, 1],
  statistic: mean(3),
  measure: ({ delay }) => (delay >= 0 ? delay > SPLIT : Number.NaN),
} as const satisfies Feature<'typed'>
