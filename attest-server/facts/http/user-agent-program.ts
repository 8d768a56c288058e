import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { isAppStack } from './is-app-stack.js'
import { presenceOf } from './presence-of.js'

/** Longer ones are cut: no name stands behind so much. */
const LONGEST = 1000

/** Tools and libraries of scripts, by the names that they give themselves. */
const TOOL =
  /^(?:curl|wget|python|python-requests|python-urllib|python-httpx|aiohttp|httpx|node|node-fetch|undici|axios|got|deno|bun|go-http-client|java|apache-httpclient|apache-httpasyncclient|ruby|faraday|php|guzzlehttp|perl|libwww-perl|lwp|lwp-trivial|scrapy|rest-client|postmanruntime|insomnia|httpie|reqwest|hyper|ureq|colly|mechanize|winhttp|cpp-httplib|fasthttp|restsharp|typhoeus|symfony httpclient|www-mechanize|k6|vegeta|hey|ab|masscan|nmap|zgrab|nikto|sqlmap|nuclei)(?:[/ (\-v]|$)/i
/** Nmap, ZGrab, Scrapy and some more stand behind the name of a browser. */
const TOOL_WITHIN = /\b(?:zgrab|Nmap Scripting Engine|Nikto|sqlmap|Nuclei|Scrapy|python-requests|libwww-perl)\b/i
const HEADLESS = /\bHeadless(?:Chrome|Firefox|Shell)?\b|\b(?:jsdom|HappyDOM|PhantomJS|HtmlUnit|SlimerJS)\b/

/**
 * What program a user agent says it is, of any request: −1: known to say nothing, which no browser does by itself · 0: none of these ·
 * 1: the network layer of an app · 2: a browser without a window, or an emulated one · 3: a tool or a library.
 */
export const userAgentProgram = {
  id: 'http.user-agent-program',
  observe({ http }): Observation {
    const presence = presenceOf(http, 'user-agent')
    if (presence === 'unknown') return unsupported
    if (presence === 'absent') return seen(-1)
    const userAgent = http.headers.get('user-agent')!.trim().slice(0, LONGEST)
    if (TOOL.test(userAgent) || TOOL_WITHIN.test(userAgent)) return seen(3)
    if (HEADLESS.test(userAgent)) return seen(2)
    return seen(isAppStack(userAgent) ? 1 : 0)
  },
} as const satisfies Fact
