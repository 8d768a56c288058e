import { runInThisContext } from 'node:vm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PageProbes } from '../tell.js'
import { visitConsole } from './console-visit.js'

/** A built-in that reads the stack of what it is given, as the engine does for whoever listens. The stand-in for an element names it. */
const listener = Reflect.get
const wrapped = () => {}
const deaf = Math.max

let element: { nodeName?: string; toString: () => string }
type Console = Record<'debug' | 'groupEnd', unknown>
/** @param collector ends with it */
function visit(console: Console, inFrame: Console = console, collector = new AbortController().signal) {
  const realm = (console: object) => ({ Function, Error, Promise, console })
  element = { toString: () => 'stack' }
  vi.stubGlobal('console', console)
  vi.stubGlobal('window', realm(console))
  vi.stubGlobal('document', { createElement: () => element })
  const page = { frame: () => realm(inFrame), signal: collector } as unknown as PageProbes
  return visitConsole(page)
}
const formatted = (...consoles: Parameters<typeof visit>) => visit(...consoles).formatted

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a visit to the console', () => {
  it('sees whether anybody listens', () => {
    expect(formatted({ debug: listener, groupEnd: deaf })).toBe(true)
    expect(formatted({ debug: deaf, groupEnd: deaf })).toBe(false)
  })

  it('goes around a wrapped console by way of a frame, and then of another quiet method', () => {
    expect(formatted({ debug: wrapped, groupEnd: wrapped }, { debug: listener, groupEnd: wrapped })).toBe(true)
    expect(formatted({ debug: wrapped, groupEnd: listener })).toBe(true)
    expect(formatted({ debug: wrapped, groupEnd: wrapped }, { debug: wrapped, groupEnd: listener })).toBe(true)
  })

  it('says nothing where all of it is wrapped', () => {
    expect(formatted({ debug: wrapped, groupEnd: wrapped })).toBeUndefined()
  })

  it('waits half a second for who reads what was logged, once, and learns of all who read it later', async () => {
    vi.useFakeTimers()
    const { signal } = new AbortController()
    const look = () => visit({ debug: listener, groupEnd: deaf }, undefined, signal)
    const read = (reader: string) => runInThisContext(`(function ${reader}(logged) { return logged.nodeName })`, '<anonymous>')(logged)
    const { heard, readers } = look()
    const logged = element
    let isOver = false
    void heard.then(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(499)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await look().heard
    expect([isOver, readers.size]).toEqual([true, 0])
    for (const reader of ['another', 'previewNode']) {
      read(reader)
      expect([...look().readers]).toContainEqual(expect.stringMatching(new RegExp(`^at ${reader} \\(<anonymous>:`)))
    }
  })
})
