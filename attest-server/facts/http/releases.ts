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

/** As the calendars had planned it: chromiumdash.appspot.com/schedule, whattrainisitnow.com; Safari has come each September. */
const releases: Readonly<Record<ClaimedBrowser['engine'], Releases>> = {
  // Every two weeks since 153, of 2026-09-08. 82 was left out in 2020.
  chromium: { newest: 158, pace: 2 * WEEK, ahead: 6, gaps: [[82, 82]] },
  // 157 of 2026-11-10; every four weeks, or five around holidays. A week less, lest they hurry.
  firefox: { newest: 157, pace: 3 * WEEK, ahead: 4, gaps: [] },
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
