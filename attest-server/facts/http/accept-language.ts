import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'

/**
 * 0: names a language · 1: missing · 2: `*`, which libraries send and no browser does. Unsupported for what claims to be no browser.
 * Privacy tools shorten the list, they do not drop it; some filters do.
 */
export const acceptLanguage = {
  id: 'http.accept-language',
  observe({ http }): Observation {
    if (!claimedBrowser(http.headers.get('user-agent'))) return unsupported
    const languages = http.headers.get('accept-language')?.trim()
    if (!languages) return seen(1)
    return seen(languages.startsWith('*') ? 2 : 0)
  },
} as const satisfies Fact
