import type { PointerDown, PointerMove } from '../input-event.js'
import { counts } from '../statistics/counts.js'
import type { Statistic } from '../statistics/statistic.js'

/**
 * A share of answers that only counts where a mouse was seen, and no touch: that comes with virtual keyboards, as a pen does with
 * writing by hand. Adds 0 and 1 for answers, 2 for a mouse and 3 for another pointer.
 */
export const desktopShare = (least = 1): Statistic =>
  counts(4, ([no, yes, mice, others]) => (mice && !others && no! + yes! >= least ? yes! / (no! + yes!) : Number.NaN))

/**
 * @returns 2 for a mouse, and for a pen that presses as one: nothing to write with feels no pressure (0, or 0.5 where nothing is known:
 *   Pointer Events 3, §4.1.1.1). A pen that only hovers says nothing; 3 for another pointer
 */
export function pointerCase(event: PointerMove | PointerDown): number {
  const { pointer } = event
  if (pointer !== 'pen') return pointer === 'mouse' ? 2 : 3
  return event.kind === 'move' ? Number.NaN : event.pressure % 0.5 ? 3 : 2
}
