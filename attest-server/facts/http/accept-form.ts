import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { type ClaimedBrowser, claimedBrowser } from './claimed-browser.js'
import { presenceOf } from './presence-of.js'
import { requestKind } from './request-kind.js'

const LONGEST = 1000

/** Only Chromium asks for animated PNG by name where a page is wanted, and always does since 59 (MDN, "List of default Accept values"). */
function isOtherEngine({ engine, major }: ClaimedBrowser, accept: string): boolean {
  const asksForApng = accept.includes('image/apng')
  return engine === 'chromium' ? major >= 59 && !asksForApng : asksForApng
}

/**
 * `Accept` of a claimed browser: 0: as it would be · 1: missing, although every browser sends one with everything · 2: a visit to a page
 * that asks for no page · 3: a visit with another engine’s.
 */
export const acceptForm = {
  id: 'http.accept-form',
  observe({ http }): Observation {
    const browser = claimedBrowser(http.headers.get('user-agent'))
    const presence = presenceOf(http, 'accept')
    if (!browser || presence === 'unknown') return unsupported
    if (presence === 'absent') return seen(1)
    if (requestKind(http) !== 'navigation') return seen(0)
    const accept = http.headers.get('accept')!.slice(0, LONGEST).toLowerCase()
    // Firefox before 66 and everything else since: `text/html` comes first, then XHTML.
    if (!accept.includes('text/html') || !accept.includes('application/xhtml+xml')) return seen(2)
    return seen(isOtherEngine(browser, accept) ? 3 : 0)
  },
} as const satisfies Fact
