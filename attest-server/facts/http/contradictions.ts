import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact, RequestFacts } from '../fact.js'
import { acceptLanguage } from './accept-language.js'
import { claimedBrowser } from './claimed-browser.js'
import { clientHints } from './client-hints.js'
import { fetchMetadata } from './fetch-metadata.js'
import { headerOrder } from './header-order.js'

const levelOf = (observation: Observation): number => (observation.state === 'ok' ? Number(observation.value) : 0)

/** Another engine's hints, and another engine's order: whoever changes the user agent gets both at once. */
const isChanged = (request: RequestFacts, order: number): boolean => levelOf(clientHints.observe(request)) > 0 || order === 1

/**
 * In how many independent ways the headers contradict the browser that the user agent claims. Privacy tools and filters make one, and a
 * changed user agent makes one; two or more are the mark of a program in a browser's name, so their weight is more than the sum.
 */
export const contradictions = {
  id: 'http.contradictions',
  observe(request): Observation {
    if (!claimedBrowser(request.http.headers.get('user-agent'))) return unsupported
    const order = levelOf(headerOrder.observe(request))
    const ways = [
      levelOf(fetchMetadata.observe(request)) > 0,
      levelOf(acceptLanguage.observe(request)) > 0,
      isChanged(request, order),
      order > 1,
    ]
    return seen(ways.filter(Boolean).length)
  },
} as const satisfies Fact
