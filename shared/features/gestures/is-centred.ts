import type { Px } from '../../units.js'
import type { Offset } from '../input-event.js'

const CENTRE: Px = 1

/** Whether a press hits the exact centre, to 1 px in both directions. NaN for what is smaller than `least`: there, anyone may. */
export const isCentred = ({ dx, dy, width, height }: Offset, least: Px): number | boolean =>
  Math.min(width, height) >= least ? Math.max(Math.abs(dx), Math.abs(dy)) <= CENTRE : Number.NaN
