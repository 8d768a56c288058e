import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, HttpFacts } from '../fact.js'
import { claimedBrowser } from './claimed-browser.js'
import { presenceOf } from './presence-of.js'

/** Values that one library sends by default and no browser ever does: its own source or documentation. */
const marks: readonly (readonly [header: string, value: RegExp])[] = [
  // Java, sun.net.www.protocol.http.HttpURLConnection
  ['accept', /^text\/html, image\/gif, image\/jpeg, \*; ?q=\.2, \*\/\*; ?q=\.2$/],
  // Ruby, Net::HTTPGenericRequest
  ['accept-encoding', /^gzip;q=1\.0,deflate;q=0\.6,identity;q=0\.3$/],
  // axios, lib/adapters/http.js
  ['accept-encoding', /^gzip, compress, deflate, br$/],
  // libwww-perl, LWP::Protocol::http
  ['te', /^deflate,gzip;q=0\.\d/],
]

const is = ({ headers }: HttpFacts, name: string, value: string): boolean => headers.get(name)?.trim() === value
const lacks = (http: HttpFacts, ...names: readonly string[]): boolean => names.every((name) => presenceOf(http, name) === 'absent')

/** Defaults that are a browser’s each, but not together, and never without what browsers send of themselves. */
const shapes: readonly ((http: HttpFacts) => boolean)[] = [
  // python-requests, aiohttp, httpx, node-fetch, curl and PHP’s: anything, in any language.
  (http) => is(http, 'accept', '*/*') && lacks(http, 'accept-language'),
  // Go’s net/http and okhttp: gzip, and no word of what is wanted.
  (http) => is(http, 'accept-encoding', 'gzip') && lacks(http, 'accept', 'accept-language'),
  // wget
  (http) => is(http, 'accept', '*/*') && is(http, 'accept-encoding', 'identity'),
  // Scrapy: `DEFAULT_REQUEST_HEADERS`
  (http) => is(http, 'accept-language', 'en') && is(http, 'accept', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'),
  // undici, Node’s fetch
  (http) => is(http, 'accept-language', '*') && is(http, 'accept', '*/*'),
]

/** Whoever sends any of these has made more of an effort than a default, or is a browser behind a filter. */
const isBare = ({ headers }: HttpFacts): boolean => !headers.has('sec-fetch-site') && !headers.has('sec-ch-ua')

/**
 * Headers under a browser’s name: 0: not as libraries have them · 1: the defaults of one · 2: a value that one library alone sends.
 */
export const libraryShape = {
  id: 'http.library-shape',
  observe({ http }): Observation {
    if (!claimedBrowser(http.headers.get('user-agent'))) return unsupported
    if (marks.some(([name, value]) => value.test(http.headers.get(name)?.trim().slice(0, 200) ?? ''))) return seen(2)
    return seen(isBare(http) && shapes.some((shape) => shape(http)) ? 1 : 0)
  },
} as const satisfies Fact
