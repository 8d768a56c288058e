import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InputEvent } from '../../shared/features/input-event.js'
import type { Listeners } from '../page/listeners.js'
import { capturePresses } from './capture-presses.js'

/** Plays events to the listeners, and returns the records in words. */
function told(events: readonly Record<string, unknown>[]): string[] {
  const handlers: Record<string, (event: Event) => void> = {}
  const pushed: string[] = []
  const on = (type: string, handler: (event: Event) => void) => {
    handlers[type] = handler
  }
  const push = (event: InputEvent) => pushed.push('pointer' in event ? `${event.kind} ${event.pointer} at ${event.t}` : event.kind)
  capturePresses({ on } as unknown as Listeners, push)
  for (const event of events) handlers[String(event.type)]?.({ isTrusted: true, composedPath: () => [], ...event } as unknown as Event)
  return pushed
}

const down = { type: 'pointerdown', pointerType: 'mouse', timeStamp: 5 }
const up = { type: 'pointerup', pointerType: 'mouse', timeStamp: 9 }
const mouse = { type: 'mousedown', sourceCapabilities: {} }
const assistive = { type: 'mousedown', sourceCapabilities: null }

describe('presses', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { hasFocus: () => true })
    vi.stubGlobal('navigator', { maxTouchPoints: 0 })
    vi.stubGlobal('devicePixelRatio', 1)
    vi.stubGlobal('visualViewport', undefined)
    vi.stubGlobal('Element', class {})
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('are the mouse’s where a device is behind them, or where the browser never says', () => {
    expect(told([down, mouse, up])).toEqual(['down mouse at 5', 'up mouse at 9'])
    expect(told([down, { type: 'mousedown' }, up])).toEqual(['down mouse at 5', 'up mouse at 9'])
  })

  it('are nobody’s where assistive technology made them, and the next one is the mouse’s again', () => {
    expect(told([down, assistive, up, down, mouse])).toEqual(['down other at 5', 'up other at 9', 'down mouse at 5'])
  })

  it('are told once, also where the page keeps mousedown from us', () => {
    expect(told([down, up, down, up])).toEqual(['down mouse at 5', 'up mouse at 9', 'down mouse at 5', 'up mouse at 9'])
    expect(told([down, down, mouse])).toEqual(['down mouse at 5', 'down mouse at 5'])
  })

  it('are not excused by a script, nor by a mousedown that belongs to no press', () => {
    expect(told([down, { ...assistive, isTrusted: false }, mouse])).toEqual(['down mouse at 5'])
    expect(told([assistive, down, up])).toEqual(['down mouse at 5', 'up mouse at 9'])
  })

  it('by touch do not wait', () => {
    expect(told([{ ...down, pointerType: 'touch' }])).toEqual(['down touch at 5'])
  })
})
