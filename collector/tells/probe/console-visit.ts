import type { Ms } from '../../../shared/units.js'
import type { PageProbes } from '../tell.js'
import { freshRealm } from './realm.js'

/** What happened to two objects that were logged. */
export interface ConsoleVisit {
  /** An error's stack was formatted while `console.debug` ran; undefined where the engine has no such hook. */
  readonly formatted: boolean | undefined
  /** Resolves to the stack that read the logged element, if any does within `PATIENCE`. */
  readonly reader: Promise<string | undefined>
}

/** Playwright reads a logged element after a round trip to its own process, which may be busy. */
const PATIENCE: Ms = 800

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

/** Without a listener nobody reads anything: only an unknown number of listeners is worth waiting for. */
function trap(element: Element): { readonly reader: Promise<string | undefined>; wait(patience: Ms): void } {
  let wait!: (patience: Ms) => void
  const reader = new Promise<string | undefined>((resolve) => {
    wait = (patience) => setTimeout(resolve, patience)
    const get = () => {
      resolve(String(new Error().stack))
      return 1
    }
    for (const name of ['nodeType', 'nodeName', 'childNodes', 'attributes']) Object.defineProperty(element, name, { get })
  })
  return { reader, wait }
}

/** One message for all tells, at the level that developer tools hide by default, from a realm whose console nobody has wrapped. */
export function visitConsole(page: PageProbes): ConsoleVisit | undefined {
  if (!visits.has(page)) {
    const realm = freshRealm(page)
    const element = document.createElement('i')
    const { reader, wait } = trap(element)
    const formatted = realm && log(realm, element)
    wait(formatted ? PATIENCE : 0)
    visits.set(page, realm && { formatted, reader })
  }
  return visits.get(page)
}
