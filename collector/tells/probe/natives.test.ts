import { afterEach, describe, expect, it } from 'vitest'
import { isNative, isTampered, measuredNatives } from './natives.js'
import type { Realm } from './realm.js'

const realm = globalThis as unknown as Realm
const { has } = Map.prototype

describe('recognising natives', () => {
  it('takes what the engine ships for native', () => {
    expect(isTampered(has, realm)).toBe(false)
    expect(isTampered(Function.prototype.toString, realm)).toBe(false)
  })

  it('sees through a function of the page', () => {
    expect(isNative(() => true, realm)).toBe(false)
    expect(isTampered(() => true, realm)).toBe(true)
  })

  it('sees through a Proxy, which has no name', () => {
    expect(isTampered(new Proxy(has, {}), realm)).toBe(true)
  })

  it('sees through a Proxy whose source is lied about, by its depth in the stack', () => {
    const handler = { apply: (target: typeof has, self: Map<unknown, unknown>, args: [unknown]) => forward(target, self, args) }
    const forward = (target: typeof has, self: Map<unknown, unknown>, args: [unknown]) => Reflect.apply(target, self, args)
    const disguised = new Proxy(has, handler)
    const original = Function.prototype.toString
    Function.prototype.toString = function toStringOfLies() {
      return original.call(this === disguised ? has : this)
    }
    try {
      expect(isNative(disguised, realm)).toBe(true)
      expect(isTampered(disguised, realm)).toBe(true)
    } finally {
      Function.prototype.toString = original
    }
  })

  it('sees through a replacement that takes any `this`', () => {
    const lenient = (() => 'x').bind(null)
    expect(isTampered(lenient, realm)).toBe(true)
  })

  it('takes an asynchronous native for native, and leaves no unhandled rejection behind', async () => {
    const rejections: unknown[] = []
    const note = (reason: unknown) => rejections.push(reason)
    process.on('unhandledRejection', note)
    try {
      expect(isTampered(WebAssembly.compile, realm)).toBe(false)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(rejections).toEqual([])
    } finally {
      process.off('unhandledRejection', note)
    }
  })

  it('leaves the page’s own stack hook and limit as they were', () => {
    const hooked = Error as ErrorConstructor & { prepareStackTrace?: unknown; stackTraceLimit: number }
    const { prepareStackTrace, stackTraceLimit } = hooked
    const hook = () => 'formatted by an error tracker'
    hooked.prepareStackTrace = hook
    hooked.stackTraceLimit = 7
    try {
      isTampered(has, realm)
      expect(hooked.prepareStackTrace).toBe(hook)
      expect(hooked.stackTraceLimit).toBe(7)
    } finally {
      hooked.prepareStackTrace = prepareStackTrace
      hooked.stackTraceLimit = stackTraceLimit
    }
  })
})

describe('what features measure', () => {
  class Native extends Event {}
  /** As far as the probe looks: Node’s events have a time, and nothing else of a browser’s. Its clock is no native, but a stand-in is. */
  const withEvents = (change: object = {}) =>
    ({ ...change, Function, Error, Promise, PointerEvent: Native, performance: { now: has } }) as unknown as Realm
  const tampered = (world: Realm) => measuredNatives(world).filter((native) => native !== undefined && isTampered(native, world)).length
  const put = (name: string, property: PropertyDescriptor) =>
    Object.defineProperty(Native.prototype, name, { ...property, configurable: true })
  afterEach(() => {
    for (const name of Object.getOwnPropertyNames(Native.prototype))
      if (name !== 'constructor') Reflect.deleteProperty(Native.prototype, name)
  })

  it('is no matter where the browser has none of it', () => {
    expect(measuredNatives({ Function, Error, Promise, performance } as unknown as Realm).every((native) => native === undefined)).toBe(
      true,
    )
  })

  it('may be said by another getter, by a value, and in front of the browser’s own', () => {
    const before = tampered(withEvents())
    put('pressure', { get: () => 0.5 })
    put('width', { value: 1 })
    expect(tampered(withEvents())).toBe(before + 2)
  })

  it('may come at a blurred time only where all clocks are blurred', () => {
    put('timeStamp', { get: () => 0 })
    const blurred = { ...withEvents(), performance: { now: () => 0 } } as unknown as Realm
    expect(tampered(withEvents()) - tampered(blurred)).toBe(1)
  })
})
