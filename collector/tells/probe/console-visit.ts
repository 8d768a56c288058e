import type { Ms } from '../../../shared/units.js'
import type { PageProbes } from '../tell.js'
import { filelessFrames } from './fileless-frames.js'
import { isNative } from './natives.js'
import { freshRealm, type Realm } from './realm.js'
import { withStacks } from './with-stacks.js'

/** What happened to two objects that were logged. */
export interface ConsoleVisit {
  /** An error's stack was formatted while `console.debug` ran, so someone listens; undefined where that cannot be known. */
  readonly formatted: boolean | undefined
  /** Resolves to the fileless frames of who read the logged element, if anybody does within `PATIENCE`. */
  readonly reader: Promise<readonly string[] | undefined>
}

/** Playwright reads a logged element after a round trip to its own process, which may be busy. */
const PATIENCE: Ms = 500

const visits = new WeakMap<PageProbes, ConsoleVisit>()

/** V8 calls `Error.prepareStackTrace` when the stack is first wanted: at once if a client has the Runtime domain enabled, else here, last. */
function log(realm: Realm, element: Element): boolean | undefined {
  let calls = 0
  const count = () => {
    calls++
    return ''
  }
  const visit = () => {
    const error = new realm.Error()
    realm.console.debug(error, element)
    const formatted = calls > 0
    void error.stack
    return calls ? formatted : undefined
  }
  return withStacks(realm.Error, count, visit, 1)
}

function trap(element: Element): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE, undefined)
    const get = () => {
      resolve(filelessFrames())
      return 1
    }
    for (const name of ['nodeType', 'nodeName', 'childNodes', 'attributes']) Object.defineProperty(element, name, { get })
  })
}

/** A console that nobody wrapped: the page's, or that of a fresh realm, which costs more. */
function plainRealm(page: PageProbes): Realm | undefined {
  if (isNative(console.debug, window)) return window
  const realm = freshRealm(page)
  // An extension that wraps the console in every realm reads what it passes on; that tells nothing about who listens.
  return realm && isNative(realm.console.debug, realm) ? realm : undefined
}

/** One message for all tells, at the level that developer tools hide by default. */
export function visitConsole(page: PageProbes): ConsoleVisit {
  let visit = visits.get(page)
  if (!visit) {
    const realm = plainRealm(page)
    const element = document.createElement('i')
    const reader = trap(element)
    visit = { formatted: realm && log(realm, element), reader }
    visits.set(page, visit)
  }
  return visit
}
