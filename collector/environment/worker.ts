import { createSolver } from '../pow/solver.js'
import type { Port } from './messages.js'
import { serveEnvironment } from './serve.js'
import type { SharedFacts, WorkerFacts } from './worker-facts.js'

type Page = Window & { vouchsafeAttest?: (port: Port) => void }
type SharedScope = { onconnect: (event: MessageEvent) => void; close(): void }

/** Slices in a worker: short enough to hear a pause at once, long enough for breaks to cost nothing; on the page: half a frame. */
const WORKER_SLICE = 48
const PAGE_SLICE = 8

function readFacts(): WorkerFacts {
  const { userAgent, languages, platform, hardwareConcurrency: cores } = navigator
  return { userAgent, languages: String(languages), platform, cores, offset: new Date(0).getTimezoneOffset() }
}

/** `UNMASKED_RENDERER_WEBGL` of the extension WEBGL_debug_renderer_info. */
const RENDERER = 37446

function readGraphics(): string | undefined {
  if (!('OffscreenCanvas' in self)) return undefined
  const context = new OffscreenCanvas(1, 1).getContext('webgl')
  context?.getExtension('WEBGL_debug_renderer_info')
  return context ? String(context.getParameter(RENDERER) ?? context.getParameter(context.RENDERER)) : ''
}

/** For one question, then over: it would stay as long as the page. */
function answer(scope: SharedScope, port: MessagePort): void {
  const { locale } = Intl.DateTimeFormat().resolvedOptions()
  port.postMessage({ ...readFacts(), graphics: readGraphics(), locale } satisfies SharedFacts)
  scope.close()
}

// One file for all places: a worker starts at once, a page is given the means to.
if ('onconnect' in self) (self as unknown as SharedScope).onconnect = ({ ports }) => answer(self as unknown as SharedScope, ports[0]!)
else if (typeof document === 'undefined') serveEnvironment(self as unknown as Port, createSolver(WORKER_SLICE), readFacts())
else (window as Page).vouchsafeAttest = (port) => serveEnvironment(port, createSolver(PAGE_SLICE))
