import type { Ms } from '../../shared/units.js'
import { trustedUrl } from '../page/trusted-url.js'
import type { Port, Reply } from './messages.js'
import { search } from './search.js'
import { serve } from './serve.js'
import type { WorkerFacts } from './worker-facts.js'

/** How long a new worker may be silent before the next way is tried. */
const GREETING_LIMIT: Ms = 500
/** A slice on the main thread: half a frame. */
const PAGE_SLICE: Ms = 8
const WORKER_SLICE: Ms = 48

/** Where work is done: a worker, or the page itself. */
export interface Workplace {
  readonly port: Port & { onerror?: ((event: ErrorEvent) => void) | null }
  readonly facts: WorkerFacts | undefined
  close(): void
}

type Opened = Omit<Workplace, 'facts'>
export type Way = () => Opened

function inWorker(url: string): Opened {
  const worker = new Worker(trustedUrl(url))
  return { port: worker, close: () => worker.terminate() }
}

function inBlobWorker(): Opened {
  const source = `(${serve})(self,${search},${WORKER_SLICE},true)`
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const { port, close } = inWorker(url)
  return {
    port,
    close() {
      // Not sooner: the worker may still be reading it.
      URL.revokeObjectURL(url)
      close()
    },
  }
}

function inPage(): Opened {
  const { port1, port2 } = new MessageChannel()
  serve(port1, search, PAGE_SLICE, false)
  return { port: port2, close: () => port2.postMessage(null) }
}

/**
 * In order of preference. A site that names a file does so because of its CSP: a blob worker would then only add a violation report.
 * @param worker URL of the worker file on the page's own origin, `blob`, or `none`
 */
export function waysToWork(worker = 'blob'): Way[] {
  if (worker === 'none') return [inPage]
  return [worker === 'blob' ? inBlobWorker : () => inWorker(worker), inPage]
}

/** @returns undefined where this way is closed: refused by the CSP, not a worker, or no answer in time. */
export function openWorkplace(way: Way): Promise<Workplace | undefined> {
  return new Promise((resolve) => {
    try {
      const { port, close } = way() as Workplace
      const fail = (event?: Event) => {
        // Our fault or the CSP's, nothing that the page's own error handler should hear of.
        event?.preventDefault()
        close()
        resolve(undefined)
      }
      const timer = setTimeout(fail, GREETING_LIMIT)
      port.onerror = fail
      port.onmessage = ({ data }: { data: Reply }) => {
        clearTimeout(timer)
        if ('facts' in data) resolve({ port, close, facts: data.facts })
      }
    } catch {
      resolve(undefined)
    }
  })
}
