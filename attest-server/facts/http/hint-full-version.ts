import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { parseBrands } from './parse-brands.js'

const majorOf = (version: string): number => Number.parseInt(version, 10)

/** The engine's version in a full list, or the browser's own in the older `Sec-CH-UA-Full-Version`, where that is the engine's. */
function fullMajor(headers: ReadonlyMap<string, string>, userAgent: string): number | undefined {
  const list = headers.get('sec-ch-ua-full-version-list')
  const engine = list && parseBrands(list)?.find(({ name }) => name === 'Chromium')
  if (engine) return majorOf(engine.version)
  const single = headers.get('sec-ch-ua-full-version')?.replaceAll('"', '')
  // Of Opera, Samsung and others it is the product's.
  return single && / Chrome\/[\d.]+ (?:Mobile )?Safari\/[\d.]+$/.test(userAgent) ? majorOf(single) : undefined
}

/**
 * The full version, which a browser sends only where a site has asked for it: 0: of the user agent's version · 1: of another. Switchers
 * of user agents leave it as it was.
 */
export const hintFullVersion = {
  id: 'http.hint-full-version',
  observe({ http: { headers } }): Observation {
    const userAgent = headers.get('user-agent')
    const browser = claimedBrowser(userAgent)
    if (browser?.engine !== 'chromium') return unsupported
    const major = fullMajor(headers, userAgent!)
    return major === undefined || Number.isNaN(major) ? unsupported : seen(major === browser.major ? 0 : 1)
  },
} as const satisfies Fact
