import type { Ms } from '../../../shared/units.js'
import type { SharedFacts } from '../../environment/worker-facts.js'
import { trustedUrl } from '../../page/trusted-url.js'

/** Less than the tells of idle time have together: whoever waits still learns that there is no answer. */
const LIMIT: Ms = 2000

/** @param url the worker file. @returns undefined where the browser or the site's policy has no shared worker of it */
export function askSharedWorker(url: string): Promise<SharedFacts | undefined> {
  return new Promise((resolve) => {
    if (!('SharedWorker' in window)) return resolve(undefined)
    // By a name of its own: one of the same name may be on its way out, having answered another page.
    const worker = new SharedWorker(trustedUrl(url), `${Math.random()}`)
    const end = (facts?: SharedFacts) => {
      clearTimeout(timer)
      worker.port.close()
      resolve(facts)
    }
    const timer = setTimeout(end, LIMIT)
    worker.onerror = worker.port.onmessageerror = () => end()
    worker.port.onmessage = ({ data }: { data: SharedFacts }) => end(data)
  })
}
