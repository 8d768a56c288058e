import type { Feature } from '../reading/feature.js'
import { ratio } from '../statistics/ratio.js'

/**
 * Scroll events for each notch that scrolled at all. Browsers animate a notch over 10 to 20 frames; events injected through a
 * debugging protocol jump (1). So does a page whose visitor asked for reduced motion.
 */
export const wheelScrolls = {
  id: 'input.wheel-scrolls',
  hears: ['scrolling'],
  needs: { wheels: 3, scrolls: 3 },
  range: [1, 200],
  statistic: ratio(3),
  measure: ({ notched, fresh }) => [+notched, +fresh],
} as const satisfies Feature<'scrolling'>
