import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { sendsMetadata } from './sends-metadata.js'

/**
 * What a script's request and a form's must say (Fetch Metadata, W3C WD 2021-07-20, §2). `none` is what a visitor types or opens: no
 * script and no form makes such a request, but who copies a browser's first request says so with every one. The form is our own page's.
 */
const expected = {
  fetch: { mode: ['cors', 'same-origin', 'no-cors'], dest: ['empty'], site: ['same-origin', 'same-site', 'cross-site'] },
  form: { mode: ['navigate'], dest: ['document', 'iframe', 'frame'], site: ['same-origin'] },
} as const

function agrees({ via, headers }: HttpFacts): boolean {
  const { mode, dest, site } = expected[via]
  const says = (name: string, values: readonly string[]) => values.includes(headers.get(name) ?? '')
  return says('sec-fetch-mode', mode) && says('sec-fetch-dest', dest) && says('sec-fetch-site', site)
}

/**
 * 0: as the claimed browser sends it · 1: missing or not as it would be. Unsupported where the claimed browser has none, and on
 * plain http, where browsers do not send it.
 */
export const fetchMetadata = {
  id: 'http.fetch-metadata',
  observe({ http }): Observation {
    const browser = claimedBrowser(http.headers.get('user-agent'))
    if (!browser || !http.trustworthy || !sendsMetadata(browser)) return unsupported
    return seen(agrees(http) ? 0 : 1)
  },
} as const satisfies Fact
