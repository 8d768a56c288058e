import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { parseBrands } from './parse-brands.js'
import { parseLanguages } from './parse-languages.js'

/** Brave deals out other weights at random, and says its name among the brands; of other products nobody has measured them. */
const STOCK: ReadonlySet<string> = new Set(['Google Chrome', 'Microsoft Edge'])

/** `HttpUtil::GenerateAcceptLanguageHeader` of Chromium: a tenth less for each language, and never less than a tenth. */
const expected = (position: number): number => Math.max(1, 10 - position) / 10

/**
 * The weights of `Accept-Language`: 0: as stock Chrome and Edge write them · 1: others, such as another browser’s (`en-US,en;q=0.5`). Extensions that
 * change languages make them, too.
 */
export const languageWeights = {
  id: 'http.language-weights',
  observe({ http: { headers } }): Observation {
    if (claimedBrowser(headers.get('user-agent'))?.engine !== 'chromium') return unsupported
    const brands = parseBrands(headers.get('sec-ch-ua') ?? '')
    const ranges = parseLanguages(headers.get('accept-language') ?? '')
    if (!ranges || !brands?.some(({ name }) => STOCK.has(name))) return unsupported
    return seen(ranges.every(({ weight }, i) => weight === expected(i)) ? 0 : 1)
  },
} as const satisfies Fact
