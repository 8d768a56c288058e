import type { Ms } from '../../../shared/units.js'
import type { PageProbes } from '../tell.js'
import { filelessFrames } from './fileless-frames.js'
import { isNative } from './natives.js'
import { onceFor } from './once-for.js'
import { freshRealm, type Realm } from './realm.js'
import { withStacks } from './with-stacks.js'

/** What happened to two objects that were logged. */
export interface ConsoleVisit {
  /** An error's stack was formatted while the console took it, so someone listens; undefined where that cannot be known. */
  readonly formatted: boolean | undefined
  /** Resolves once somebody has read the logged element, or `PATIENCE` is over. */
  readonly heard: Promise<unknown>
  /** The fileless frames of all who have read it until now. */
  readonly readers: ReadonlySet<string>
}

/** Playwright reads a logged element after a round trip to its own process, which may be busy. */
const PATIENCE: Ms = 500

/** What developer tools do not show: they hide `debug` unless asked to show it, and an end of a group is nothing to show. The first costs least. */
const QUIET = ['debug', 'groupEnd'] as const

type Log = (...logged: readonly unknown[]) => void

/** V8 calls `Error.prepareStackTrace` when the stack is first wanted: at once if a client has the Runtime domain enabled, else here, last. */
function listen(realm: Realm, log: Log, element: Element): boolean | undefined {
  let calls = 0
  const count = () => {
    calls++
    return ''
  }
  const visit = () => {
    const error = new realm.Error()
    log(error, element)
    const formatted = calls > 0
    void error.stack
    return calls ? formatted : undefined
  }
  return withStacks(realm.Error, count, visit, 1)
}

function trap(element: Element): Omit<ConsoleVisit, 'formatted'> {
  const readers = new Set<string>()
  const heard = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE)
    const get = () => {
      for (const frame of filelessFrames()) readers.add(frame)
      resolve(readers)
      return 1
    }
    for (const name of ['nodeType', 'nodeName', 'childNodes', 'attributes']) Object.defineProperty(element, name, { get })
  })
  return { heard, readers }
}

/**
 * By a quiet method that nobody wrapped: the page's, or that of a fresh realm, which costs more. Whatever wraps a console reads what it passes on;
 * that tells nothing about who listens, and a console that is wrapped all over tells nothing at all.
 */
function formats(page: PageProbes, element: Element): boolean | undefined {
  for (const name of QUIET) {
    for (const open of [() => window, () => freshRealm(page)]) {
      const realm = open()
      const log: Log | undefined = realm?.console[name]
      if (realm && log && isNative(log, realm)) return listen(realm, log, element)
    }
  }
  return undefined
}

const visit = /* @__PURE__ */ onceFor((_collector: AbortSignal, page: PageProbes): ConsoleVisit => {
  const element = document.createElement('i')
  return { ...trap(element), formatted: formats(page, element) }
})

/** One message for all tells of all moments, of a kind that developer tools do not show by default. */
export const visitConsole = (page: PageProbes): ConsoleVisit => visit(page.signal, page)
