import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import { parseJa4 } from '../../network/tls/parse-ja4.js'
import { tlsStackOf } from '../../network/tls/tls-stacks.js'
import type { Fact } from '../fact.js'
import { claimedBrowser } from '../http/claimed-browser.js'

/**
 * 0: the engine that the user agent claims also speaks TLS · 1: another browser's does. Unsupported for libraries (`net.tls-library`), for what
 * is not known, and where no engine is claimed. People who switch their user agent are 1.
 */
export const tlsClaim = {
  id: 'net.tls-claim',
  observe({ http: { ja4, tls, headers } }): Observation {
    const claimed = claimedBrowser(headers.get('user-agent'))
    const parsed = parseJa4(ja4)
    const stack = parsed && tlsStackOf(parsed, tls?.shape)
    if (claimed === undefined || stack?.kind !== 'browser') return unsupported
    return seen(stack.engine === claimed.engine ? 0 : 1)
  },
} as const satisfies Fact
