import { afterEach, describe, expect, it, vi } from 'vitest'
import { isBrave } from './is-brave.js'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const native = Function.prototype.toString

/** @param brave what the navigator's prototype or the navigator itself has of that name */
function world(userAgent: string, brave: PropertyDescriptor | undefined, own?: object) {
  const prototype = Object.defineProperties({}, { userAgent: { value: userAgent }, ...(brave && { brave }) })
  vi.stubGlobal('navigator', Object.assign(Object.create(prototype), own))
  vi.stubGlobal('window', globalThis)
}

/** A built-in getter, as the engine would show it under Brave's name. */
function getBrave() {
  const get = Object.getOwnPropertyDescriptor(RegExp.prototype, 'global')!.get!
  Function.prototype.toString = function source() {
    return native.call(this).replace(this === get ? 'get global' : '', 'get brave')
  }
  return get
}

afterEach(() => {
  Function.prototype.toString = native
  vi.unstubAllGlobals()
})

describe('Brave', () => {
  it('has a getter of its own engine, or on iOS a script of its own app', () => {
    world(CHROME, { get: Object.getOwnPropertyDescriptor(RegExp.prototype, 'sticky')!.get! })
    expect(isBrave(), 'another built-in').toBe(false)
    const app = { brave: { isBrave: async () => true } }
    world(IPHONE, undefined, app)
    expect(isBrave(), 'iOS').toBe(true)
    world(CHROME, undefined, app)
    expect(isBrave(), 'a script of the page').toBe(false)
    world(CHROME, { get: getBrave() })
    expect(isBrave()).toBe(true)
  })

  it('is none whose name a page took in vain', () => {
    world(CHROME, undefined)
    expect(isBrave()).toBe(false)
    for (const get of [() => ({}), Object.defineProperty(() => ({}), 'name', { value: 'get brave' }), new Proxy(getBrave(), {})]) {
      world(CHROME, { get })
      expect(isBrave()).toBe(false)
    }
  })
})
