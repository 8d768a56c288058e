import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readClick } from './click.js'
import { readDown } from './pointer.js'

/** A form shows its fields under their names, in place of its own methods: `<form><input name="closest">…`. */
const button = { type: 'submit', form: {} }
class FakeElement {
  closest(): unknown {
    return button
  }
  getBoundingClientRect() {
    return { left: 10, top: 20, width: 40, height: 20 }
  }
}

beforeEach(() => {
  vi.stubGlobal('Element', FakeElement)
  vi.stubGlobal('navigator', { maxTouchPoints: 0 })
  vi.stubGlobal('devicePixelRatio', 1)
  vi.stubGlobal('visualViewport', undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const form = Object.assign(new FakeElement(), { closest: {}, getBoundingClientRect: {} }) as unknown as Element

describe('a form whose fields have the names of methods', () => {
  it('can be clicked', () => {
    expect(readClick({ target: form } as unknown as Event)).toEqual({ sends: true })
  })

  it('can be pressed', () => {
    const event = { pointerType: 'mouse', clientX: 35, clientY: 30, composedPath: () => [form] } as unknown as PointerEvent
    expect(readDown(event).offset).toEqual({ dx: 5, dy: 0, width: 40, height: 20 })
  })
})
