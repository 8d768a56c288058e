import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the typed characters for which no key went down. Input methods and virtual keyboards make no `keypress` at all. */
export const keyCharless = {
  id: 'input.key-charless',
  hears: ['typed'],
  needs: {},
  range: [0, 1],
  statistic: mean(),
  measure: ({ delay }) => Number.isNaN(delay),
} as const satisfies Feature<'typed'>
