import type { Surface } from '../http/surface.js'
import { type DetectDeps, detectEndpoint, detectVendorEndpoint } from './detect.js'
import { crawlersFault, crawlersFaultSchema } from './faults.js'

/** Whether an address is a search engine's, or another known crawler's: yeb.to's Bot-Detect. */
export function crawlersSurface(deps: DetectDeps): Surface {
  return {
    name: 'crawlers',
    summary: 'Whether an address is the crawler’s that it says it is: yeb.to’s Bot-Detect.',
    prefixes: ['/v1/bot'],
    endpoints: [detectEndpoint('/v1/bot/detect', 'detectBot', deps), detectVendorEndpoint(deps)],
    faultResponse: crawlersFault,
    faultSchema: crawlersFaultSchema,
  }
}
