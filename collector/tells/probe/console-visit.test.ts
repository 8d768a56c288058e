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

  it('waits half a second for who reads what was logged, once, and learns of one who is late in a later observation', async () => {
    vi.useFakeTimers()
    const { signal } = new AbortController()
    const look = () => visit({ debug: listener, groupEnd: deaf }, undefined, signal).reader()
    let first: unknown = 'nothing yet'
    void look().then((frames) => {
      first = frames
    })
    const logged = element
    await vi.advanceTimersByTimeAsync(499)
    expect(first).toBe('nothing yet')
    await vi.advanceTimersByTimeAsync(1)
    expect([first, await look()], 'the second time at once').toEqual([undefined, undefined])
    runInThisContext('(function previewNode(logged) { return logged.nodeName })', '<anonymous>')(logged)
    for (let i = 0; i < 2; i++) expect(await look()).toContainEqual(expect.stringMatching(/^at previewNode \(<anonymous>:/))
  })
})
