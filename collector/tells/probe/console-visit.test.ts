import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PageProbes } from '../tell.js'
import { visitConsole } from './console-visit.js'

/** A built-in that reads the stack of what it is given, as the engine does for whoever listens. The stand-in for an element names it. */
const listener = Reflect.get
const wrapped = () => {}
const deaf = Math.max

function visit(console: Record<'debug' | 'groupEnd', unknown>, inFrame: Record<'debug' | 'groupEnd', unknown> = console) {
  const realm = (console: object) => ({ Function, Error, Promise, console })
  vi.stubGlobal('console', console)
  vi.stubGlobal('window', realm(console))
  vi.stubGlobal('document', { createElement: () => ({ toString: () => 'stack' }) })
  const page = { frame: () => realm(inFrame) } as unknown as PageProbes
  return visitConsole(page).formatted
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a visit to the console', () => {
  it('sees whether anybody listens', () => {
    expect(visit({ debug: listener, groupEnd: deaf })).toBe(true)
    expect(visit({ debug: deaf, groupEnd: deaf })).toBe(false)
  })

  it('goes around a wrapped console by way of a frame, and then of another quiet method', () => {
    expect(visit({ debug: wrapped, groupEnd: wrapped }, { debug: listener, groupEnd: wrapped })).toBe(true)
    expect(visit({ debug: wrapped, groupEnd: listener })).toBe(true)
    expect(visit({ debug: wrapped, groupEnd: wrapped }, { debug: wrapped, groupEnd: listener })).toBe(true)
  })

  it('says nothing where all of it is wrapped', () => {
    expect(visit({ debug: wrapped, groupEnd: wrapped })).toBeUndefined()
  })
})
