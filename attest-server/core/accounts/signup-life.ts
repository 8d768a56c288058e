import type { Seconds } from '../../../shared/units.js'

const DAY: Seconds = 86_400

/** An account that somebody made for themselves and never used goes after this: an address proves nothing, and there is room for a thousand. */
export const UNUSED_LIFE: Seconds = 7 * DAY
/** One that was used goes this long after it was used last, give or take a day. */
export const USED_LIFE: Seconds = 90 * DAY
