import { desktopShare, pointerCase } from '../gestures/desktop-share.js'
import type { Feature } from '../reading/feature.js'

/**
 * Share of the insertions of text with no key press behind them. Pasted, replaced (autofill, spelling) and composed text does not
 * count; nor does anything unless a mouse was seen and no touch or pen: virtual keyboards press no keys.
 */
export const inputKeyless = {
  id: 'input.input-keyless',
  hears: ['text', 'move', 'down'],
  needs: { inputs: 1 },
  range: [0, 1],
  statistic: desktopShare(),
  measure: (gesture) => ('pointer' in gesture ? pointerCase(gesture) : gesture.deletes ? Number.NaN : +gesture.keyless),
} as const satisfies Feature<'text' | 'move' | 'down'>
