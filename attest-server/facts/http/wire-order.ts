import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { type ClaimedBrowser, claimedBrowser } from './claimed-browser.js'

type Engine = ClaimedBrowser['engine']

/** What each engine sets itself, in its order: the same in HTTP/1.1, 2 and 3. Safari has changed its own too often. */
const orders: Readonly<Partial<Record<Engine, readonly string[]>>> = {
  chromium: ['user-agent', 'accept', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'accept-encoding', 'accept-language'],
  firefox: ['user-agent', 'accept', 'accept-language', 'accept-encoding', 'sec-fetch-dest', 'sec-fetch-mode', 'sec-fetch-site'],
}
const judged: ReadonlySet<string> = new Set(Object.values(orders).flat())
/** Older ones had another order. */
const SINCE = 90
/** Fewer stand in some order by chance. */
const FEWEST = 4

/** Programs between that announce themselves. They may have written all names anew. */
const intermediaries = ['via', 'forwarded', 'x-forwarded-for', 'x-real-ip', 'cf-ray', 'cdn-loop', 'cf-connecting-ip']

/** Go's and many other programs, and the `Headers` of workers, hand names on in the order of the alphabet: nobody's own. */
const isSorted = (names: readonly string[]): boolean => names.every((name, i) => i === 0 || names[i - 1]! <= name)

function isInOrder(present: readonly string[], order: readonly string[]): boolean {
  return present.join() === order.filter((name) => present.includes(name)).join()
}

const isDirect = ({ headers }: HttpFacts): boolean => !intermediaries.some((name) => headers.has(name))

/**
 * The order of names, in any version of HTTP and whatever their case: 0: the claimed engine’s · 1: another engine’s · 2: none that an
 * engine has, and nothing says that anybody stood between.
 */
export const wireOrder = {
  id: 'http.wire-order',
  observe({ http }): Observation {
    const browser = claimedBrowser(http.headers.get('user-agent'))
    const order = browser && orders[browser.engine]
    const names = http.headerNames?.map((name) => name.toLowerCase())
    if (!order || !names || browser.major < SINCE || isSorted(names)) return unsupported
    const present = names.filter((name) => judged.has(name))
    if (present.length < FEWEST) return unsupported
    if (isInOrder(present, order)) return seen(0)
    if (Object.values(orders).some((other) => isInOrder(present, other))) return seen(1)
    return isDirect(http) ? seen(2) : unsupported
  },
} as const satisfies Fact
