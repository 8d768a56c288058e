import { describe, expect, it } from 'vitest'
import { usKey } from './us-key.js'

describe('a key of a US keyboard', () => {
  it('types what Shift makes of it', () => {
    expect(usKey('q', false)).toEqual({ key: 'q', text: 'q', code: 'KeyQ', windowsVirtualKeyCode: 81 })
    expect(usKey('q', true)).toEqual({ key: 'Q', text: 'Q', code: 'KeyQ', windowsVirtualKeyCode: 81 })
    expect(usKey('2', true)).toEqual({ key: '@', text: '@', code: 'Digit2', windowsVirtualKeyCode: 50 })
    expect(usKey('minus', false)).toEqual({ key: '-', text: '-', code: 'Minus', windowsVirtualKeyCode: 189 })
  })

  it('types nothing when it is Shift itself', () => {
    expect(usKey('Shift_L', true).text).toBeUndefined()
  })

  it('is refused when nobody here presses it', () => {
    expect(() => usKey('F13', false)).toThrow('F13')
  })
})
