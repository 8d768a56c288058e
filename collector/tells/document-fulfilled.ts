import { seen, unsupported } from '../../shared/observation.js'
import { clientHints } from './probe/client-hints.js'
import { isApp } from './probe/is-app.js'
import type { Tell } from './tell.js'

/**
 * The document arrived over no protocol though bytes were transferred: it was handed over by `Fetch.fulfillRequest`, as drivers do
 * that inject scripts into pages. A service worker, the cache and prefetching give other patterns; apps and tools on a developer's own
 * machine may do the same. Chromium only.
 */
export const documentFulfilled: Tell = {
  id: 'tell.document-fulfilled',
  when: 'idle',
  observe() {
    if (!clientHints() || isApp() || /(^|\.)localhost$/.test(location.hostname)) return unsupported
    const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & { deliveryType?: string })[]
    if (!entry?.responseEnd || !/^http/.test(location.protocol)) return unsupported
    return seen(!entry.nextHopProtocol && entry.transferSize > 0 && !entry.workerStart && !entry.deliveryType)
  },
}
