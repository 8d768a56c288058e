import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PageProbes } from '../tell.js'
import { visitConsole } from './console-visit.js'

/** A built-in that reads the stack of what it is given, as the engine does for whoever listens. The stand-in for an element names it. */
const listener = Reflect.get
const wrapped = () => {}
const deaf = Math.max

let element: { nodeName?: string; toString: () => string }
function visit(console: Record<'debug' | 'groupEnd', unknown>, inFrame: Record<'debug' | 'groupEnd', unknown> = console) {
  const realm = (console: object) => ({ Function, Error, Promise, console })
  element = { toString: () => 'stack' }
  vi.stubGlobal('console', console)
  vi.stubGlobal('window', realm(console))
  vi.stubGlobal('document', { createElement: () => element })
  const page = { frame: () => realm(inFrame) } as unknown as PageProbes
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

  it('waits for who reads what was logged for half a second, once, and learns of one who is late when asked again', async () => {
    vi.useFakeTimers()
    const { reader } = visit({ debug: listener, groupEnd: deaf })
    const answers: unknown[] = []
    const ask = () => reader().then((frames) => answers.push(frames))
    void ask()
    await vi.advanceTimersByTimeAsync(499)
    expect(answers).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await ask()
    expect(answers, 'the second time at once').toEqual([undefined, undefined])
    void element.nodeName
    await ask()
    expect(answers[2]).toBeInstanceOf(Array)
  })
})
