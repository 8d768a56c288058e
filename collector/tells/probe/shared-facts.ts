import type { SharedFacts } from '../../environment/worker-facts.js'
import type { PageProbes } from '../tell.js'

/** What a shared worker says of itself; undefined where the browser or the site's policy has none. */
export const sharedFacts = async (page: PageProbes): Promise<SharedFacts | undefined> => (await page.worker)?.shared?.()
