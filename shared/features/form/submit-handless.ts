import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/** Share of the submits on a page where, until then, no move, press, key, click or wheel was seen. */
export const submitHandless = {
  id: 'input.submit-handless',
  hears: ['sending'],
  needs: { submits: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ handless }) => handless,
} as const satisfies Feature<'sending'>
