import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { type ClaimedBrowser, claimedBrowser } from './claimed-browser.js'
import { releaseOf } from './releases.js'

/** All that browsers have said (learn.microsoft.com, "Operating System Version"): Windows 11 still says 10.0. */
const WINDOWS: ReadonlySet<string> = new Set(['5.0', '5.1', '5.2', '6.0', '6.1', '6.2', '6.3', '6.4', '10.0'])
/** After iOS 18 came 26; Safari says 18 there still. */
const NO_IOS = /\bCPU (?:iPhone )?OS (?:19|2[0-5])_/

function isImpossibleSystem(userAgent: string): boolean {
  const windows = /Windows NT (\d{1,3}\.\d{1,3})/.exec(userAgent)?.[1]
  return (windows !== undefined && !WINDOWS.has(windows)) || NO_IOS.test(userAgent)
}

/** Firefox says its version twice; from 110 to 119 it said 109 in the first place, for sites that took "rv:11" for another browser (bugzilla 1805967). */
function isImpossibleFirefox({ major }: ClaimedBrowser, userAgent: string): boolean {
  const rv = Number(/\brv:(\d{1,4})/.exec(userAgent)?.[1])
  return rv !== major && !(major >= 110 && major <= 119 && rv === 109)
}

function isImpossible(browser: ClaimedBrowser, userAgent: string): boolean {
  if (isImpossibleSystem(userAgent)) return true
  if (browser.engine === 'firefox') return isImpossibleFirefox(browser, userAgent)
  // Chromium's second number has been 0 since version 5.
  return browser.engine === 'chromium' && browser.major > 5 && browser.minor !== 0
}

/** The version that a user agent claims: 0: there is such a one · 1: later than there can be one by now · 2: there never was. */
export const versionExisted = {
  id: 'http.version-existed',
  observe({ http }, { now }): Observation {
    const userAgent = http.headers.get('user-agent')
    const browser = claimedBrowser(userAgent)
    if (!browser) return unsupported
    const release = releaseOf(browser, now)
    if (release === 'never' || isImpossible(browser, userAgent!)) return seen(2)
    return seen(release === 'future' ? 1 : 0)
  },
} as const satisfies Fact
