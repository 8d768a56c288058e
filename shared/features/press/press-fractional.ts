import type { Feature } from '../reading/feature.js'
import { mean } from '../statistics/mean.js'

/**
 * Share of the presses between pixels, where the page's pixels are the screen's. A mouse stands on whole ones; the centres of
 * elements, and curves that a program computes and dispatches, do not. Some macOS mice do, too, and pens.
 */
export const pressFractional = {
  id: 'input.press-fractional',
  hears: ['press'],
  needs: { presses: 1 },
  range: [0, 1],
  statistic: mean(),
  measure: ({ pointer, x, y, zoomed }) =>
    zoomed || pointer === 'pen' ? Number.NaN : Math.ceil(Math.max(Math.abs(x % 1), Math.abs(y % 1))),
} as const satisfies Feature<'press'>
