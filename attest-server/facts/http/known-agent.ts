import { isbot } from 'isbot'
import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { crawlers } from './crawler-patterns.js'
import { isAppStack } from './is-app-stack.js'
import { presenceOf } from './presence-of.js'

/** Both lists are alternatives without nested repetition; the bound keeps what is left of backtracking small. */
const LONGEST = 1000

/**
 * Whether the user agent is a bot's by its own word: 0: no · 1: it reads like one (isbot) · 2: it is a crawler's that is known by name
 * (crawler-user-agents). Whoever says so may still be an impostor: this is about the word, not about who spoke it.
 */
export const knownAgent = {
  id: 'http.known-agent',
  observe({ http }): Observation {
    if (presenceOf(http, 'user-agent') !== 'present') return unsupported
    const userAgent = http.headers.get('user-agent')!.slice(0, LONGEST)
    // The lists count the network layers of apps among bots; they are a fact of their own.
    if (isAppStack(userAgent)) return seen(0)
    if (crawlers.test(userAgent)) return seen(2)
    return seen(isbot(userAgent) ? 1 : 0)
  },
} as const satisfies Fact
