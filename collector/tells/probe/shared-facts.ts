import type { SharedFacts } from '../../environment/worker-facts.js'
import type { PageProbes } from '../tell.js'
import { askSharedWorker } from './ask-shared-worker.js'

/** Asks once, however many tells ask. */
function openSharedFacts() {
  let facts: Promise<SharedFacts | undefined> | undefined
  return (url: string) => {
    facts ??= askSharedWorker(url)
    return facts
  }
}

/** What a shared worker says of itself; undefined where the browser or the site's policy has none. */
export async function sharedFacts(page: PageProbes): Promise<SharedFacts | undefined> {
  const worker = await page.worker
  return worker?.url === undefined ? undefined : page.watch(openSharedFacts)(worker.url)
}
