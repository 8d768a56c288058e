import { describe, expect, it } from 'vitest'
import { isNative, isTampered } from './natives.js'
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
