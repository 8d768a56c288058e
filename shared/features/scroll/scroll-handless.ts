import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the times that the page began to scroll with no wheel, key, press or finger before. Scripts scroll so: a driver's, and some
 * pages' own.
 */
export const scrollHandless = {
  id: 'input.scroll-handless',
  hears: ['scrolling'],
  needs: { scrolls: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ begins, handless }) => (begins ? handless : Number.NaN),
} as const satisfies Feature<'scrolling'>
