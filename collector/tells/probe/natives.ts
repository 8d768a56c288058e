import type { Realm } from './realm.js'
import { withStacks } from './with-stacks.js'

const GETTERS = ['webdriver', 'userAgent', 'platform', 'languages', 'language', 'hardwareConcurrency', 'vendor', 'plugins'] as const

// biome-ignore lint/complexity/noBannedTypes: any function will do, none is called for its result.
type Callable = Function

function getter(owner: object, name: string): Callable | undefined {
  return Object.getOwnPropertyDescriptor(owner, name)?.get
}

export function navigatorGetters(realm: Realm): readonly (Callable | undefined)[] {
  return GETTERS.map((name) => getter(realm.Navigator.prototype, name))
}

/** What stealth scripts replace beside the navigator's getters. */
export function pageNatives(realm: Realm): readonly (Callable | undefined)[] {
  return [
    realm.Function.prototype.toString,
    realm.document.createElement,
    realm.Permissions?.prototype.query,
    realm.HTMLMediaElement.prototype.canPlayType,
    realm.WebGLRenderingContext?.prototype.getParameter,
    getter(realm.HTMLIFrameElement.prototype, 'contentWindow'),
  ]
}

/** What the features measure, by the event that has it or inherits it. */
const MEASURED = {
  PointerEvent: ['pressure', 'pointerType', 'width', 'getCoalescedEvents', 'clientX', 'screenX', 'sourceCapabilities', 'timeStamp'],
  WheelEvent: ['deltaY', 'wheelDeltaY'],
  KeyboardEvent: ['shiftKey', 'code'],
  InputEvent: ['inputType'],
} as const

/** As it is read, wherever on the way up it stands. */
const propertyOf = (owner: object | null, name: string): PropertyDescriptor | undefined =>
  owner ? (Object.getOwnPropertyDescriptor(owner, name) ?? propertyOf(Object.getPrototypeOf(owner), name)) : undefined

/**
 * Getters and methods; whatever else stands in their place is itself. Undefined where the browser has no such thing, and for the time
 * where the clock is not the browser's own either: extensions that blur time do so everywhere (JShelter).
 */
export const measuredNatives = (realm: Realm): readonly unknown[] =>
  Object.entries(MEASURED).flatMap(([type, names]) =>
    names.map((name) => {
      const property = propertyOf(realm[type as keyof typeof MEASURED]?.prototype ?? null, name)
      return name === 'timeStamp' && isTampered(realm.performance.now, realm) ? undefined : (property?.get ?? property?.value)
    }),
  )

/** A source of a named native function. A Proxy has no name. */
const NATIVE = /^function (get )?\w+\(\) \{\s*\[native code\]\s*\}$/

export const isNative = (callable: Callable, realm: Realm): boolean => NATIVE.test(realm.Function.prototype.toString.call(callable))

/** Not what the browser shipped: not native by its source, or failing on a foreign `this` from deeper in the stack than native code. */
export const isTampered = (native: unknown, realm: Realm): boolean =>
  typeof native !== 'function' || !isNative(native, realm) || hasFramesAbove(native, realm)

/** A built-in adds at most one frame of its own between us and its error; a Proxy's handler adds more. V8 only: others give no count. */
export function hasFramesAbove(native: Callable, realm: Realm): boolean {
  const count = (_: unknown, sites: readonly unknown[]) => `${sites.length}`
  return withStacks(realm.Error, count, () => stackOfFailure(native, realm) - Number(new realm.Error().stack) > 2)
}

/** Native code refuses a foreign `this`; asynchronous code does so by a promise. What takes it is none: infinitely deep. */
function stackOfFailure(native: Callable, realm: Realm): number {
  try {
    const answer: unknown = native.call({})
    if (!(answer instanceof realm.Promise)) return Number.POSITIVE_INFINITY
    answer.catch(() => {})
    return 0
  } catch (error) {
    return Number((error as Error).stack)
  }
}
