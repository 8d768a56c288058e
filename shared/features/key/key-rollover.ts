import type { Ms } from '../../units.js'
import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

const TYPING: Ms = 500

/**
 * Share of the keys pressed while the key before was still down, when typing. On average 0.25, and 0 to 0.7, for people (Dhakal et
 * al., CHI 2018); 0 for programs.
 */
export const keyRollover = {
  id: 'input.key-rollover',
  hears: ['key'],
  needs: { keys: 11 },
  range: [0, 1],
  statistic: mean(10),
  measure: ({ interval, overlaps }) => (interval >= 0 && interval <= TYPING ? overlaps : Number.NaN),
} as const satisfies Feature<'key'>
