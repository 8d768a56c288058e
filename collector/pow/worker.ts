import type { Port } from './messages.js'
import { serve } from './serve.js'
import type { WorkerFacts } from './worker-facts.js'

type Page = Window & { vouchsafePow?: (port: Port) => void }

/** Slices in a worker: short enough to hear a pause at once, long enough for breaks to cost nothing; on the page: half a frame. */
const WORKER_SLICE = 48
const PAGE_SLICE = 8

function readFacts(): WorkerFacts {
  const { userAgent, languages, platform } = navigator
  return { userAgent, languages: String(languages), platform }
}

// One file for both places: a worker starts at once, a page is given the means to.
if (typeof document === 'undefined') serve(self as unknown as Port, WORKER_SLICE, readFacts())
else (window as Page).vouchsafePow = (port) => serve(port, PAGE_SLICE)
