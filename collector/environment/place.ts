import type { Ms } from '../../shared/units.js'
import { WORKER_INTEGRITY, WORKER_SOURCE } from '../build.js'
import type { Settings } from '../options.js'
import { loadScript } from '../page/load-script.js'
import { trustedUrl } from '../page/trusted-url.js'
import type { Port } from './messages.js'

/** Where there is an attesting environment to be spoken to: a worker, or the page itself. */
export interface Place {
  readonly port: Port & { onerror?: ((event: ErrorEvent) => void) | null }
  /** Of a worker's file. */
  readonly url?: string
  close(): void
}

/** Rejects where it is closed: the CSP refuses the worker, or the script does not come. Whether anybody works there shows when there is work. */
export type Way = () => Promise<Place>

/** What it takes to open a place. */
export type PlaceSettings = Pick<Settings, 'endpoint' | 'worker' | 'nonce'>

const FILE = 'worker.js'

/** A form may be waiting. What comes later is there for the next attempt. */
const PAGE_LIMIT: Ms = 1000

async function inWorker(url: string): Promise<Place> {
  const worker = new Worker(trustedUrl(url))
  return { port: worker, close: () => worker.terminate(), url }
}

/** A worker may only be made from a file of the page's own origin; a blob of the page's own making counts as one. */
async function inBlobWorker(): Promise<Place> {
  const url = URL.createObjectURL(new Blob([WORKER_SOURCE]))
  const { close, ...opened } = await inWorker(url)
  return {
    ...opened,
    close() {
      // Not sooner: the worker may still be reading it.
      URL.revokeObjectURL(url)
      close()
    },
  }
}

async function inPage(settings: PlaceSettings): Promise<Place> {
  const serve = await loadScript<(port: MessagePort) => void>(settings, FILE, 'vouchsafeAttest', WORKER_INTEGRITY, PAGE_LIMIT)
  const { port1, port2 } = new MessageChannel()
  serve(port1)
  return { port: port2, close: () => port2.close() }
}

/** In order of preference. A site that names a file does so because of its CSP: a blob worker would then only add a violation report. */
export function waysTo(settings: PlaceSettings): Way[] {
  const { worker = 'blob' } = settings
  const page = () => inPage(settings)
  if (worker === 'none') return [page]
  return [worker === 'blob' ? inBlobWorker : () => inWorker(worker), page]
}
