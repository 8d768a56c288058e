import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { type ClaimedBrowser, claimedBrowser } from './claimed-browser.js'

/** Sent with every request since Chromium 89 (User-Agent Client Hints, §5.1). */
const SINCE = 89
/** The engine's own brand; each Chromium lists it beside the product's. */
const ENGINE_VERSION = /"(?:Chromium|HeadlessChrome|Google Chrome|Microsoft Edge|Android WebView)";\s*v="(\d+)/g

function agrees(browser: ClaimedBrowser, hints: string): boolean {
  const versions = Array.from(hints.matchAll(ENGINE_VERSION), (match) => Number(match[1]))
  return versions.includes(browser.major)
}

/** Chromium sends no hints with what a worker of a page's own making fetches, as ours does where workers are allowed (seen in 156). */
const mayBeWorker = ({ via, headers }: HttpFacts): boolean => via === 'fetch' && headers.get('sec-fetch-dest') === 'empty'

/**
 * 0: the hints are those of the claimed browser · 1: a Chromium without hints whose request no worker can have made, or any other engine with them · 2: hints of another
 * version than the user agent. Platform and form factor are left out: "desktop site" on a phone changes one and not the other.
 */
export const clientHints = {
  id: 'http.client-hints',
  observe({ http }): Observation {
    const browser = claimedBrowser(http.headers.get('user-agent'))
    if (!browser || !http.trustworthy) return unsupported
    const hints = http.headers.get('sec-ch-ua')
    if (browser.engine !== 'chromium') return seen(hints === undefined ? 0 : 1)
    if (browser.major < SINCE) return unsupported
    if (hints === undefined) return mayBeWorker(http) ? unsupported : seen(1)
    return seen(agrees(browser, hints) ? 0 : 2)
  },
} as const satisfies Fact
