import type { Seconds } from '../../shared/units.js'
import type { StoreLimits } from './ports.js'

const DAY: Seconds = 86_400

/** Sessions that were silent for this long are forgotten: no tab's session lives longer. */
export const SESSION_RETENTION: Seconds = 2 * DAY
/** Device keys that were not met for this long are forgotten. */
export const DEVICE_RETENTION: Seconds = 180 * DAY
/** Device keys that are remembered at most: about 2 GB on disk. The age of one that had to go starts anew, which is neutral. */
export const MOST_DEVICES = 10_000_000
/**
 * The minute over which a session's pace is counted. One that answered no challenge screen is forgotten when it is over: nothing is
 * known of it then that would not be known of a new one, and starting sessions costs nothing.
 */
export const PACE_WINDOW: Seconds = 60
/** A claim outlives its id by this much: a request that began just before the end, and was held up, still meets it. */
export const CLAIM_GRACE: Seconds = 60
/** Explanations that are kept at most, of all projects together: about 2 GB on disk. */
export const MOST_VERDICT_RECORDS = 1_000_000

/** Where nobody says otherwise. */
export const LIMITS: StoreLimits = { verdictRecords: MOST_VERDICT_RECORDS, devices: MOST_DEVICES }
