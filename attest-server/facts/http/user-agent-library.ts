import { type Observation, seen } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** Programs that fetch, by the names that they give themselves. No browser that a person looks at carries one. */
const LIBRARY =
  /^(?:curl|wget|python|python-requests|python-urllib|python-httpx|aiohttp|httpx|node|node-fetch|undici|axios|got|deno|bun|go-http-client|java|okhttp|apache-httpclient|ruby|faraday|php|guzzlehttp|perl|libwww-perl|lwp|scrapy|rest-client|postmanruntime|insomnia|httpie|dart|reqwest|hyper|colly|mechanize|winhttp|cpp-httplib)(?:[/ (-]|$)/i
/** Emulated browsers, which keep `Mozilla/5.0` and add their name. */
const EMULATED = /\b(?:jsdom|HappyDOM|PhantomJS|HtmlUnit|SlimerJS)\b/
/** Real browsers that say that nobody looks at them. */
const HEADLESS = /\bHeadless(?:Chrome|Firefox|Shell)?\b/

/**
 * −1: says nothing at all, which no browser does by itself, but proxies that scrub headers do for people · 0: none · 1: a browser without a
 * window · 2: a library. Unknown names are 0: whoever hides, others must find.
 */
export const userAgentLibrary = {
  id: 'http.user-agent-library',
  observe({ http }): Observation {
    const userAgent = http.headers.get('user-agent')
    if (!userAgent?.trim()) return seen(-1)
    if (LIBRARY.test(userAgent) || EMULATED.test(userAgent)) return seen(2)
    return seen(HEADLESS.test(userAgent) ? 1 : 0)
  },
} as const satisfies Fact
