import { type Observation, seen, unsupported } from '../../../shared/observation.js'
import type { Fact } from '../fact.js'
import { acceptLanguage } from './accept-language.js'
import { claimedBrowser } from './claimed-browser.js'
import { clientHints } from './client-hints.js'
import { fetchMetadata } from './fetch-metadata.js'
import { headerOrder } from './header-order.js'

const parts = [fetchMetadata, acceptLanguage, clientHints, headerOrder] as const

const isContradiction = (observation: Observation): boolean => observation.state === 'ok' && Number(observation.value) > 0

/**
 * In how many independent ways the headers contradict the browser that the user agent claims. Privacy tools and filters make one;
 * two or more are the mark of a program in a browser's name, so their weight is more than the sum.
 */
export const contradictions = {
  id: 'http.contradictions',
  observe(request): Observation {
    if (!claimedBrowser(request.http.headers.get('user-agent'))) return unsupported
    return seen(parts.filter((fact) => isContradiction(fact.observe(request))).length)
  },
} as const satisfies Fact
