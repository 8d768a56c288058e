import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { type ClaimedBrowser, claimedBrowser } from './claimed-browser.js'

/** The first versions that send all of `Sec-Fetch-*` (caniuse.com, "Sec-Fetch-Site"). */
function sendsMetadata({ engine, major, minor }: ClaimedBrowser): boolean {
  if (engine === 'chromium') return major >= 80
  if (engine === 'firefox') return major >= 90
  return major > 16 || (major === 16 && minor >= 4)
}

/** What a script's request and a form's must say (Fetch Metadata, W3C WD 2021-07-20, §2). */
const expected = {
  fetch: { mode: ['cors', 'same-origin', 'no-cors'], dest: ['empty'] },
  form: { mode: ['navigate'], dest: ['document', 'iframe', 'frame'] },
} as const

function agrees({ via, headers }: HttpFacts): boolean {
  const { mode, dest } = expected[via]
  const says = (name: string, values: readonly string[]) => values.includes(headers.get(name) ?? '')
  return says('sec-fetch-mode', mode) && says('sec-fetch-dest', dest) && headers.has('sec-fetch-site')
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
