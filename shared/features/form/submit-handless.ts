import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the submits on a page where, until then, no move, press, key, click or wheel was seen, and the browser changed no field: autofill, paste,
 * dictation and one-time codes do, and a page may send the form by itself once it is filled. A script that sets a value makes no such event.
 */
export const submitHandless = {
  id: 'input.submit-handless',
  hears: ['sending'],
  needs: { submits: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ handless }) => handless,
} as const satisfies Feature<'sending'>
