import type { WorkerFacts } from '../../environment/worker-facts.js'
import type { PageProbes } from '../tell.js'
import type { Watches } from './watches.js'

export interface OpenPageProbes extends PageProbes {
  /** Takes the iframe out of the page again. */
  close(): void
}

/**
 * The iframe has no `src`, so that no frame-src directive applies, and is hidden through the CSSOM, which style-src leaves alone.
 *
 * @param worker `RemoteEnvironment.facts`, or a promise of undefined where the page has no worker.
 */
export function openPageProbes(worker: Promise<WorkerFacts | undefined>, watches: Watches): OpenPageProbes {
  let iframe: HTMLIFrameElement | undefined
  return {
    ...watches,
    worker,
    frame() {
      if (!iframe) {
        iframe = document.createElement('iframe')
        iframe.style.display = 'none'
        document.documentElement.appendChild(iframe)
      }
      return iframe.contentWindow ?? undefined
    },
    close() {
      iframe?.remove()
    },
  }
}
