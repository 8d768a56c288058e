import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

const LONGEST = 1000
/** developer.chrome.com, "User-Agent Strings in WebView": `wv`, or `Version/` before Chrome’s name. */
const ANDROID = /; wv\)|\bVersion\/\d{1,3}\.\d{1,3} Chrome\//
/** A page within an app of iOS has no `Safari/` of its own. */
const IOS = /\((?:iPhone|iPad|iPod)[^)]{0,100}\) AppleWebKit\/[\d.]{1,20} \(KHTML, like Gecko\) (?!.*\bSafari\/)/

/** Whether a page within an app asks: 0: no · 1: Android’s web view · 2: iOS’s. Says what browser this is, not who uses it. */
export const embeddedView = {
  id: 'http.embedded-view',
  observe({ http }): Observation {
    const userAgent = http.headers.get('user-agent')?.slice(0, LONGEST)
    if (!userAgent) return unsupported
    if (ANDROID.test(userAgent)) return seen(1)
    return seen(IOS.test(userAgent) ? 2 : 0)
  },
} as const satisfies Fact
