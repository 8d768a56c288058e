import type { Ms } from '../../shared/units.js'
import { WORKER_INTEGRITY, WORKER_SOURCE } from '../build.js'
import type { Settings } from '../options.js'
import { loadScript } from '../page/load-script.js'
import { trustedUrl } from '../page/trusted-url.js'
import { type Greeting, type Port, PROTOCOL, type Reply } from './messages.js'
import { askSharedWorker } from './shared-worker.js'
import type { WorkerFacts } from './worker-facts.js'

/** How long a new place may be silent, its way over the network included, before the next one is tried. */
const GREETING_LIMIT: Ms = 1000

/** Where there is an attesting environment to be spoken to: a worker, or the page itself. */
export interface Place {
  readonly port: Port & { onerror?: ((event: ErrorEvent) => void) | null }
  readonly facts: WorkerFacts | undefined
  close(): void
}

type Opened = Omit<Place, 'facts'> & Pick<WorkerFacts, 'shared'>
export type Way = () => Promise<Opened>

/** What it takes to open a place. */
export type PlaceSettings = Pick<Settings, 'endpoint' | 'worker' | 'nonce'>

const FILE = 'worker.js'

async function inWorker(url: string): Promise<Opened> {
  const worker = new Worker(trustedUrl(url))
  return { port: worker, close: () => worker.terminate(), shared: askSharedWorker(url) }
}

/** A worker may only be made from a file of the page's own origin; a blob of the page's own making counts as one. */
async function inBlobWorker(): Promise<Opened> {
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

async function inPage(settings: PlaceSettings): Promise<Opened> {
  const serve = await loadScript<(port: MessagePort) => void>(settings, FILE, 'vouchsafeAttest', WORKER_INTEGRITY)
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

/** @returns undefined where this way is closed: refused by the CSP, not a worker, of another version, or no answer in time. */
export function openPlace(way: Way): Promise<Place | undefined> {
  return new Promise((resolve) => {
    let late = false
    let close = () => {}
    const fail = (event?: Event) => {
      // Our fault or the CSP's, nothing that the page's own error handler should hear of.
      event?.preventDefault()
      late = true
      close()
      resolve(undefined)
    }
    const timer = setTimeout(fail, GREETING_LIMIT)
    const attend = (opened: Opened) => {
      close = opened.close
      opened.port.onerror = fail
      opened.port.onmessage = ({ data }: { data: Reply }) => {
        clearTimeout(timer)
        const { protocol, facts } = data as Greeting
        if (protocol === PROTOCOL) resolve({ ...opened, facts: facts && { ...facts, shared: opened.shared } })
        else fail()
      }
      if (late) close()
    }
    way().then(attend, () => fail())
  })
}
