import type { Seconds } from '../../shared/units.js'
import type { StoreLimits } from './ports.js'

const DAY: Seconds = 86_400

/** Sessions that were silent for this long are forgotten: no tab's session lives longer. */
export const SESSION_RETENTION: Seconds = 2 * DAY
/** Device keys that were not met for this long are forgotten. */
export const DEVICE_RETENTION: Seconds = 180 * DAY
/** Device keys that are remembered at most: about 2 GB on disk. The age of one that had to go starts anew, which is neutral. */
const MOST_DEVICES = 10_000_000
/** Sketches of behaviour that are kept at most: about 700 MB on disk. */
const MOST_SKETCHES = 1_000_000
/**
 * The minute over which a session's pace is counted. One that answered no challenge screen is forgotten when it is over: nothing is
 * known of it then that would not be known of a new one, and starting sessions costs nothing.
 */
export const PACE_WINDOW: Seconds = 60
/** A claim outlives its id by this much: a request that began just before the end, and was held up, still meets it. */
export const CLAIM_GRACE: Seconds = 60
/** Explanations that are kept at most, of all projects together: about 2 GB on disk. */
export const MOST_VERDICT_RECORDS = 1_000_000

/**
 * What took no work is kept no longer. A verdict record that is kept no longer was cheap to come by: where there are too many, these go
 * before all others.
 */
export const BRIEF_RECORD: Seconds = DAY

/** Request ids and idempotency keys are known for this long: a client that tries again does so sooner. */
export const REQUEST_ID_RETENTION: Seconds = DAY
/** What came of a request says something about the next ones for a season. */
export const LABEL_RETENTION: Seconds = 90 * DAY
/** A webhook that answers nothing for this long has lost its messages. */
export const MESSAGE_RETENTION: Seconds = 3 * DAY

/** Counts by hour. */
export const ROLLUP_RETENTION: Seconds = 30 * DAY

/**
 * Where nobody says otherwise: some 5 GB on disk when all of it is full, and four times that where each entry is as large as it may be.
 * Of that, 8 GB are live sessions of 16 KB and 5 GB are rules of 4 KB.
 */
export const LIMITS: StoreLimits = {
  verdictRecords: MOST_VERDICT_RECORDS,
  devices: MOST_DEVICES,
  sketches: MOST_SKETCHES,
  apiKeys: 100,
  accounts: 1000,
  projects: 10,
  counters: 1_000_000,
  rules: 100,
  waiting: 512 * 1024 ** 2,
  requestIds: 5_000_000,
  liveSessions: 500_000,
  labels: 1_000_000,
  messages: 1000,
  keptTexts: 256 * 1024 ** 2,
  exceptions: 1000,
  revocations: 1000,
}
