import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { presenceOf } from './presence-of.js'

/** Sent with every request over https since Chromium 89 (User-Agent Client Hints, §5.1) … */
const SINCE = 89
/** … but by Android's web view only since 116 (its `wv` stands in the user agent), and later still by some apps around it. */
const WEB_VIEW = /; wv\)|\bVersion\/4\.0 Chrome\//

/** Chromium sends none with what a worker of a page's own making fetches: only to a document's request do they surely belong. */
const isOfDocument = ({ headers }: HttpFacts): boolean => headers.get('sec-fetch-mode') === 'navigate'

/**
 * `Sec-CH-UA`: 0: there where the claimed browser sends it, or not where it does not · 1: a Chromium without, perhaps on plain http · 2: a Chromium's visit
 * to a page, over https for sure, without · 3: what claims to be a browser and no Chromium, with it.
 */
export const hintPresence = {
  id: 'http.hint-presence',
  observe({ http }): Observation {
    const userAgent = http.headers.get('user-agent')
    const browser = claimedBrowser(userAgent)
    const presence = presenceOf(http, 'sec-ch-ua')
    if (presence === 'present' && userAgent?.startsWith('Mozilla/5.0 ') && !/Chrom(?:e|ium)\//.test(userAgent)) return seen(3)
    if (!browser || presence === 'unknown') return unsupported
    if (browser.engine !== 'chromium') return seen(0)
    if (presence === 'present') return seen(0)
    if (browser.major < SINCE || WEB_VIEW.test(userAgent!)) return unsupported
    if (http.trustworthy && isOfDocument(http)) return seen(2)
    return http.headers.get('sec-fetch-dest') === 'empty' ? unsupported : seen(1)
  },
} as const satisfies Fact
