import { desktopShare, pointerCase } from '../gestures/desktop-share.js'
import type { Feature } from '../reading/feature.js'

/**
 * Share of the insertions that bring several characters at once, where `input.input-keyless` would count them. Neither a key nor a
 * paste.
 */
export const inputBulk = {
  id: 'input.input-bulk',
  hears: ['text', 'move', 'down'],
  needs: { inputs: 1 },
  range: [0, 1],
  statistic: desktopShare(),
  measure: (gesture) => ('pointer' in gesture ? pointerCase(gesture) : gesture.deletes ? Number.NaN : +gesture.several),
} as const satisfies Feature<'text' | 'move' | 'down'>
