import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { filelessFrames } from './fileless-frames.js'
import { stacksDenied } from './stacks-denied.js'
import { withStacks } from './with-stacks.js'

type Hooked = ErrorConstructor & { prepareStackTrace?: unknown; stackTraceLimit: number }
const hooked = Error as Hooked
const NAMES = ['prepareStackTrace', 'stackTraceLimit'] as const
const realm = globalThis as unknown as Window & typeof globalThis

let before: readonly (PropertyDescriptor | undefined)[]
beforeEach(() => {
  before = NAMES.map((name) => Object.getOwnPropertyDescriptor(Error, name))
})
afterEach(() => {
  for (const [i, name] of NAMES.entries()) {
    const was = before[i]
    if (was) Object.defineProperty(Error, name, was)
    else delete hooked[name]
  }
})

const read = () => withStacks(Error, undefined, () => String(new Error('x').stack))

describe('reading stacks', () => {
  it('does so whatever the page’s limit is', () => {
    hooked.stackTraceLimit = 0
    expect(read()).toContain('with-stacks.test')
    delete (hooked as Partial<Hooked>).stackTraceLimit
    expect(read()).toContain('with-stacks.test')
    expect('stackTraceLimit' in hooked).toBe(false)
  })

  it('calls no formatter of the page’s, and leaves formatter and limit as they were', () => {
    const formatter = vi.fn(() => {
      throw 0
    })
    hooked.prepareStackTrace = formatter
    hooked.stackTraceLimit = 3
    expect(read()).toContain('with-stacks.test')
    expect(formatter).not.toHaveBeenCalled()
    expect([hooked.prepareStackTrace, hooked.stackTraceLimit]).toEqual([formatter, 3])
  })

  it('puts them back when the work throws', () => {
    hooked.stackTraceLimit = 3
    const work = () => {
      throw 0
    }
    expect(() => withStacks(Error, undefined, work)).toThrow()
    expect(hooked.stackTraceLimit).toBe(3)
  })

  it('sees frames that stand in no file, and those only', () => {
    hooked.stackTraceLimit = 0
    const named = (name: string) =>
      new Function('read', `return read()\n//# sourceURL=${name}`) as (read: () => readonly string[]) => string[]
    expect(named('pptr:evaluate;run')(filelessFrames).join()).toMatch(/\(pptr:evaluate;run:/)
    expect(named('https://example.org/?pptr:evaluate;run')(filelessFrames).join()).not.toContain('pptr')
  })

  it('sees none where the page replaced `Error`', () => {
    vi.stubGlobal('Error', () => {
      throw 0
    })
    const frames = filelessFrames()
    vi.unstubAllGlobals()
    expect(frames).toEqual([])
  })
})

describe('stacks that the page denies', () => {
  it('are told by a limit of none, or one that is sealed', () => {
    expect(stacksDenied(realm)).toBe(false)
    hooked.stackTraceLimit = 50
    expect(stacksDenied(realm)).toBe(false)
    hooked.stackTraceLimit = 0
    expect(stacksDenied(realm)).toBe(true)
    Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: false, configurable: true })
    expect(stacksDenied(realm)).toBe(true)
  })
})
