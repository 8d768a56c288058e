import type { Seconds } from '../../shared/units.js'

const DAY: Seconds = 86_400

/** Sessions that were silent for this long are forgotten: no tab's session lives longer. */
export const SESSION_RETENTION: Seconds = 2 * DAY
/** Device keys that were not met for this long are forgotten. */
export const DEVICE_RETENTION: Seconds = 180 * DAY
/** The minute over which a session's pace is counted. */
export const PACE_WINDOW: Seconds = 60
