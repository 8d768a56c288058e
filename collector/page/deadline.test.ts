import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDeadline } from './deadline.js'

/** As much of a document as the deadline looks at. */
function fakePage(hidden = false) {
  const target = new EventTarget()
  let listeners = 0
  return {
    hidden,
    listeners: () => listeners,
    addEventListener(type: string, listener: EventListener) {
      listeners++
      target.addEventListener(type, listener)
    },
    removeEventListener(type: string, listener: EventListener) {
      listeners--
      target.removeEventListener(type, listener)
    },
    turn(away: boolean) {
      this.hidden = away
      target.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

const start = (page: ReturnType<typeof fakePage>, stop = new AbortController()) =>
  startDeadline(1000, page as unknown as Document, stop.signal)

describe('a deadline', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('passes after its time', () => {
    const { signal } = start(fakePage())
    vi.advanceTimersByTime(999)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  it('does not count the time on a hidden tab', () => {
    const page = fakePage()
    const { signal } = start(page)
    vi.advanceTimersByTime(600)
    page.turn(true)
    vi.advanceTimersByTime(3000)
    page.turn(false)
    vi.advanceTimersByTime(399)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  it('passes some day on a tab that stays hidden', () => {
    const { signal } = start(fakePage(true))
    vi.advanceTimersByTime(5999)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  it('leaves no timer and no listener behind', () => {
    const page = fakePage()
    start(page).end()
    start(page)
    vi.advanceTimersByTime(1000)
    expect(page.listeners()).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends when the collector is stopped, at once if it was already', () => {
    const stop = new AbortController()
    const running = start(fakePage(), stop)
    stop.abort()
    expect(running.signal.aborted).toBe(true)
    expect(start(fakePage(), stop).signal.aborted).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})
