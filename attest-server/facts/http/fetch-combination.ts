import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { presenceOf } from './presence-of.js'
import { sendsMetadata } from './sends-metadata.js'

const ALWAYS = ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'] as const
const SITES = ['same-origin', 'same-site', 'cross-site', 'none']
const MODES = ['navigate', 'cors', 'no-cors', 'same-origin', 'websocket', 'webtransport']
/** Destinations of navigations (Fetch Standard, §2.2.5, "navigation request"). */
const PAGES = ['document', 'iframe', 'frame', 'fencedframe', 'embed', 'object']
const WORD = /^[a-z-]{1,32}$/

/** What each value demands of the others: Fetch Metadata §2, and its §2.4 for the user's part. Each is broken by what it returns true for. */
const broken: readonly ((site: string, mode: string, dest: string, http: HttpFacts) => boolean)[] = [
  (site) => site !== '' && !SITES.includes(site),
  (_, mode) => mode !== '' && !MODES.includes(mode),
  (_, __, dest) => dest !== '' && !WORD.test(dest),
  (_, mode, dest) => mode === 'navigate' && dest !== '' && !PAGES.includes(dest),
  (_, mode, dest) => ['document', 'iframe', 'frame', 'fencedframe'].includes(dest) && mode !== '' && mode !== 'navigate',
  // Only a person's click or typing makes it, and only a navigation.
  (_, mode, __, { headers }) => !!headers.get('sec-fetch-user')?.trim() && mode !== '' && mode !== 'navigate',
  (_, __, ___, { headers }) => !['?1', '', undefined].includes(headers.get('sec-fetch-user')?.trim()),
  // Nothing within a page asks to be upgraded (Upgrade Insecure Requests §3.2.1).
  (_, mode, dest, { headers }) => dest === 'empty' && mode === 'cors' && headers.get('upgrade-insecure-requests') === '1',
]

function isBroken(http: HttpFacts): boolean {
  const [site, mode, dest] = ALWAYS.map((name) => http.headers.get(name)?.trim() ?? '') as [string, string, string]
  return broken.some((rule) => rule(site, mode, dest, http))
}

/**
 * `Sec-Fetch-*` of any request: 0: they go together · 1: some or all are missing, over https for sure, where the claimed browser sends
 * all · 2: no browser puts them together so.
 */
export const fetchCombination = {
  id: 'http.fetch-combination',
  observe({ http }): Observation {
    const browser = claimedBrowser(http.headers.get('user-agent'))
    if (!browser) return unsupported
    const presences = ALWAYS.map((name) => presenceOf(http, name))
    const isThere = presences.includes('present')
    if (isThere && isBroken(http)) return seen(2)
    // Prefetching has rules of its own, which change.
    if (!http.trustworthy || !sendsMetadata(browser) || http.headers.has('sec-purpose')) return isThere ? seen(0) : unsupported
    if (presences.includes('absent')) return seen(1)
    return isThere ? seen(0) : unsupported
  },
} as const satisfies Fact
