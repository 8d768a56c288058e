import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the changes of text by typing that delete. Hands: 0.02 to 0.1 and more; programs: 0. */
export const inputCorrections = {
  id: 'input.input-corrections',
  hears: ['text'],
  needs: { inputs: 20 },
  range: [0, 1],
  statistic: mean(20),
  measure: ({ deletes }) => deletes,
} as const satisfies Feature<'text'>
