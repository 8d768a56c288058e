import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { type ClaimedBrowser, claimedBrowser } from './claimed-browser.js'

/** Where a name stands among those of an engine, and how it is written. By the name in lower case. */
type Order = ReadonlyMap<string, { readonly place: number; readonly name: string }>

const orderOf = (...names: readonly string[]): Order => new Map(names.map((name, place) => [name.toLowerCase(), { place, name }]))

/**
 * Headers that the engine sets itself, in the order and case of its HTTP/1.1 requests: Chromium 156 and Firefox 153, seen here.
 * Safari is not judged: nobody has measured it.
 */
const orders: Readonly<Partial<Record<ClaimedBrowser['engine'], Order>>> = {
  chromium: orderOf(
    'Host',
    'User-Agent',
    'Accept',
    'Sec-Fetch-Site',
    'Sec-Fetch-Mode',
    'Sec-Fetch-Dest',
    'Accept-Encoding',
    'Accept-Language',
  ),
  firefox: orderOf(
    'Host',
    'User-Agent',
    'Accept',
    'Accept-Language',
    'Accept-Encoding',
    'Sec-Fetch-Dest',
    'Sec-Fetch-Mode',
    'Sec-Fetch-Site',
  ),
}

/** Something on the way that announces itself. It may have rewritten every name. */
const intermediaries = ['via', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-ray']

/** The headers that are there stand in the engine's order and are written its way. One that is missing is another fact's business. */
function isInOrder(names: readonly string[], order: Order): boolean {
  let next = 0
  for (const name of names) {
    const own = order.get(name.toLowerCase())
    if (!own) continue
    if (own.place < next || own.name !== name) return false
    next = own.place + 1
  }
  return true
}

const isDirect = ({ headers }: HttpFacts): boolean => !intermediaries.some((name) => headers.has(name))

/**
 * 0: the order of the claimed engine · 1: that of another engine, whose user agent was changed · 2: no engine's. Only for direct
 * HTTP/1.1 connections that claim an engine whose order is known.
 *
 * A client can switch this off by announcing a proxy that is not there. It stays so: people behind a real one, which rewrites their
 * headers on plain http, would be judged by its handwriting, and a bot gains no more by `Via` than by writing nine names in the right order.
 */
export const headerOrder = {
  id: 'http.header-order',
  observe({ http }): Observation {
    const browser = claimedBrowser(http.headers.get('user-agent'))
    const expected = browser && orders[browser.engine]
    const names = http.headerNames
    if (!expected || !names || !isDirect(http)) return unsupported
    if (isInOrder(names, expected)) return seen(0)
    return seen(Object.values(orders).some((other) => isInOrder(names, other)) ? 1 : 2)
  },
} as const satisfies Fact
