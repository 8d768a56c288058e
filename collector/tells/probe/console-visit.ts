import type { PageProbes } from '../tell.js'
import { freshRealm } from './realm.js'

/** What happened to two objects that were logged. */
export interface ConsoleVisit {
  /** An error's stack was formatted while `console.debug` ran; undefined where the engine has no such hook. */
  readonly formatted: boolean | undefined
  /** Resolves to the stack that read the logged element, if any does within `PATIENCE`. */
  readonly reader: Promise<string | undefined>
}

/** Playwright reads a logged element after a round trip to its own process. */
const PATIENCE = 400

const visits = new WeakMap<PageProbes, ConsoleVisit | undefined>()

/** V8 calls `Error.prepareStackTrace` when the stack is first wanted: at once if a client has the Runtime domain enabled, else here, last. */
function log(realm: NonNullable<ReturnType<typeof freshRealm>>, element: Element): boolean | undefined {
  const target = realm.Error as ErrorConstructor & { prepareStackTrace?: unknown }
  const error = new target()
  let calls = 0
  target.prepareStackTrace = () => {
    calls++
    return ''
  }
  realm.console.debug(error, element)
  const formatted = calls > 0
  void error.stack
  return calls ? formatted : undefined
}

function trap(element: Element): Promise<string | undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE, undefined)
    const get = () => {
      resolve(String(new Error().stack))
      return 1
    }
    for (const name of ['nodeType', 'nodeName', 'childNodes', 'attributes']) Object.defineProperty(element, name, { get })
  })
}

/** One message for all tells, at the level that developer tools hide by default, from a realm whose console nobody has wrapped. */
export function visitConsole(page: PageProbes): ConsoleVisit | undefined {
  if (!visits.has(page)) {
    const realm = freshRealm(page)
    const element = document.createElement('i')
    const reader = trap(element)
    visits.set(page, realm && { formatted: log(realm, element), reader })
  }
  return visits.get(page)
}
