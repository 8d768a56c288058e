import type { Ms } from '../../../shared/units.js'
import type { PageProbes } from '../tell.js'
import { isNative } from './natives.js'
import { freshRealm, type Realm } from './realm.js'

/** What happened to two objects that were logged. */
export interface ConsoleVisit {
  /** An error's stack was formatted while `console.debug` ran, so someone listens; undefined where that cannot be known. */
  readonly formatted: boolean | undefined
  /** Resolves to the stack that read the logged element, if any does within `PATIENCE`. */
  readonly reader: Promise<string | undefined>
}

/** Playwright reads a logged element after a round trip to its own process, which may be busy. */
const PATIENCE: Ms = 500

const visits = new WeakMap<PageProbes, ConsoleVisit>()

/** V8 calls `Error.prepareStackTrace` when the stack is first wanted: at once if a client has the Runtime domain enabled, else here, last. */
function log(realm: Realm, element: Element): boolean | undefined {
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
    setTimeout(resolve, PATIENCE)
    const get = () => {
      resolve(String(new Error().stack))
      return 1
    }
    for (const name of ['nodeType', 'nodeName', 'childNodes', 'attributes']) Object.defineProperty(element, name, { get })
  })
}

/** One message for all tells, at the level that developer tools hide by default, from a realm whose console the page has not wrapped. */
export function visitConsole(page: PageProbes): ConsoleVisit {
  let visit = visits.get(page)
  if (!visit) {
    const realm = freshRealm(page)
    const element = document.createElement('i')
    const reader = trap(element)
    // An extension that wraps the console in every realm reads what it passes on; that tells nothing about who listens.
    visit = { formatted: realm && isNative(realm.console.debug, realm) ? log(realm, element) : undefined, reader }
    visits.set(page, visit)
  }
  return visit
}
