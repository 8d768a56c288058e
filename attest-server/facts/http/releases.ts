import type { EpochSeconds, Seconds } from '../../../shared/units.js'
import type { ClaimedBrowser } from './claimed-browser.js'

interface Releases {
  /** The newest version at `ASOF`. */
  readonly newest: number
  /** The least time from one version to the next that anybody has announced. */
  readonly pace: Seconds
  /** How many versions ahead of the newest test builds are (Canary, Nightly, Technology Preview), and one more. */
  readonly ahead: number
  /** First and last of versions that were left out. */
  readonly gaps: readonly (readonly [first: number, last: number])[]
}

const WEEK: Seconds = 7 * 86_400
/** When these numbers were last looked after: 2026-11-21. What is newer is estimated, so that an old copy of this file harms nobody. */
const ASOF: EpochSeconds = 1_795_219_200

/** chromiumdash.appspot.com/schedule · whattrainisitnow.com · developer.apple.com/documentation/safari-release-notes */
const releases: Readonly<Record<ClaimedBrowser['engine'], Releases>> = {
  // 82 was left out in 2020.
  chromium: { newest: 156, pace: 2 * WEEK, ahead: 4, gaps: [[82, 82]] },
  firefox: { newest: 158, pace: 3 * WEEK, ahead: 4, gaps: [] },
  // After 18 came 26, named after the year to come.
  safari: { newest: 27, pace: 40 * WEEK, ahead: 2, gaps: [[19, 25]] },
}

/** Whether a version was ever released: `future` beyond what can be out by now. */
export function releaseOf({ engine, major }: ClaimedBrowser, now: EpochSeconds): 'released' | 'never' | 'future' {
  const { newest, pace, ahead, gaps } = releases[engine]
  const since = Math.max(0, Math.ceil((now - ASOF) / pace))
  if (major > newest + since + ahead) return 'future'
  return major < 1 || gaps.some(([first, last]) => first <= major && major <= last) ? 'never' : 'released'
}
