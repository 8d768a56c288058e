import type { PointerDown, PointerMove } from '../input-event.js'
import { counts } from '../statistics/counts.js'
import type { Statistic } from '../statistics/statistic.js'

/**
 * A share of answers that only counts where a mouse was seen, and no touch or pen: those come with virtual keyboards. Adds 0 and 1 for
 * answers, 2 for a mouse and 3 for another pointer.
 */
export const desktopShare = (least = 1): Statistic =>
  counts(4, ([no, yes, mice, others]) => (mice && !others && no! + yes! >= least ? yes! / (no! + yes!) : Number.NaN))

/** @returns 2 for a mouse, 3 for another pointer */
export const pointerCase = ({ pointer }: PointerMove | PointerDown): number => (pointer === 'mouse' ? 2 : 3)
