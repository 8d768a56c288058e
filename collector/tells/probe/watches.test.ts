import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchDriverCalls } from './driver-calls.js'
import { type FocusChannel, openFocusChannel } from './focus-channel.js'
import { createWatches } from './watches.js'

/** One page of the site: its own listeners, one browser's channel. */
class Channel {
  static open: Channel[] = []
  onmessage: ((event: { data: unknown }) => void) | undefined
  constructor() {
    Channel.open.push(this)
  }
  postMessage(data: unknown) {
    for (const other of Channel.open) if (other !== this) other.onmessage?.({ data })
  }
  close() {
    Channel.open = Channel.open.filter((other) => other !== this)
  }
}

const listen = vi.fn()
beforeEach(() => {
  Channel.open = []
  const window: Record<string, unknown> = { BroadcastChannel: Channel }
  window.top = window
  vi.stubGlobal('window', window)
  vi.stubGlobal('BroadcastChannel', Channel)
  vi.stubGlobal('addEventListener', listen.mockClear())
  vi.stubGlobal('document', { hidden: false, hasFocus: () => true, addEventListener: listen })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const open = (stop = new AbortController()): FocusChannel => openFocusChannel(stop.signal)!

describe('what goes on between observations', () => {
  it('is begun once, however often it is asked', () => {
    const watches = createWatches(new AbortController().signal)
    expect([watches.watch(watchDriverCalls)(), watches.watch(watchDriverCalls)()]).toEqual([false, false])
    expect(listen).toHaveBeenCalledTimes(4)
    expect(watches.watch(openFocusChannel)).toBe(watches.watch(openFocusChannel))
    expect(Channel.open).toHaveLength(1)
  })

  it('ends with the collector', () => {
    const stop = new AbortController()
    const watches = createWatches(stop.signal)
    watches.watch(watchDriverCalls)
    const channel = watches.watch(openFocusChannel)!
    stop.abort()
    channel.ask()
    expect(Channel.open).toEqual([])
    const signals = listen.mock.calls.map(([, , options]) => (options as { signal: AbortSignal }).signal)
    expect(signals).toEqual(new Array(5).fill(stop.signal))
  })
})

describe('the focus of two pages', () => {
  it('is told by an answer to the very question', () => {
    const one = open()
    open()
    expect(one.answered()).toBe(false)
    one.ask()
    expect(one.answered()).toBe(true)
  })

  it('is not told by a stray answer, nor by an old one', () => {
    const one = open()
    const stray = new Channel()
    let question: unknown
    stray.onmessage = ({ data }) => {
      question = data
    }
    one.ask()
    for (const data of ['yes', true, 1, -1, null, {}, [question]]) stray.postMessage(data)
    expect(one.answered()).toBe(false)
    const old = -(question as number)
    one.ask()
    stray.postMessage(old)
    expect(one.answered()).toBe(false)
  })

  it('is found after the way back, too', () => {
    const one = open()
    const hide = listen.mock.calls.find(([type]) => type === 'pagehide')![1] as () => void
    hide()
    expect(Channel.open).toEqual([])
    open()
    one.ask()
    expect(one.answered()).toBe(true)
  })
})
