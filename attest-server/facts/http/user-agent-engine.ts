import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'

/** What every browser with an engine that can run the collector has said of itself since 2013, in-app browsers included. */
const ENGINE = / (?:AppleWebKit|Gecko)\//

/**
 * 0: names an engine that runs today's scripts · 1: names none, although the collector has run. Not asked of forms: text browsers
 * send those. Some visitors write a user agent of their own.
 */
export const userAgentEngine = {
  id: 'http.user-agent-engine',
  observe({ http }): Observation {
    const userAgent = http.headers.get('user-agent')
    if (http.via !== 'fetch' || userAgent === undefined) return unsupported
    return seen(ENGINE.test(userAgent) ? 0 : 1)
  },
} as const satisfies Fact
