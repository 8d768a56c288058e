import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { type Brand, parseBrands } from './parse-brands.js'

/** The engine's own brand, and those that carry its version. */
const ENGINE: ReadonlySet<string> = new Set(['Chromium', 'Google Chrome', 'Android WebView'])

/** Products that put their name both in the user agent and among the brands (seen in each; Opera, Edge and Samsung document it). */
const products: readonly (readonly [userAgent: RegExp, brand: string])[] = [
  [/ EdgA?\/\d/, 'Microsoft Edge'],
  [/ OPR\/\d/, 'Opera'],
  [/ SamsungBrowser\/\d/, 'Samsung Internet'],
  [/ YaBrowser\/\d/, 'Yandex'],
]

const names = (brands: readonly Brand[], part: string): boolean => brands.some(({ name }) => name.includes(part))

/** A product in one of the two and not in the other. A web view may carry either. */
function isOtherProduct(userAgent: string, brands: readonly Brand[]): boolean {
  if (names(brands, 'WebView')) return false
  return products.some(([pattern, brand]) => pattern.test(userAgent) !== names(brands, brand))
}

/**
 * The brands beside a Chromium's user agent: 0: they agree · 1: another product · 2: another version of the engine · 3: no list of
 * brands, or none with the engine · 4: a browser that says here that it has no window.
 */
export const hintBrands = {
  id: 'http.hint-brands',
  observe({ http }): Observation {
    const userAgent = http.headers.get('user-agent')
    const browser = claimedBrowser(userAgent)
    const list = http.headers.get('sec-ch-ua')
    if (browser?.engine !== 'chromium' || !list) return unsupported
    const brands = parseBrands(list)
    if (!brands) return seen(3)
    if (names(brands, 'Headless')) return seen(4)
    const versions = brands.filter(({ name }) => ENGINE.has(name)).map(({ version }) => Number.parseInt(version, 10))
    if (versions.length === 0) return seen(3)
    if (!versions.includes(browser.major)) return seen(2)
    return seen(isOtherProduct(userAgent!, brands) ? 1 : 0)
  },
} as const satisfies Fact
