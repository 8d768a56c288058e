import { describe, expect, it } from 'vitest'
import { sessionFirstInput as feature } from './session-first-input.js'
import { input, keyDown, move, readingOf } from './testing/traces.js'

describe('the first input', () => {
  it('is the time of the first press, key or wheel, not of a move or of text', () => {
    expect(readingOf(feature, [move(10, 0, 0), input(20), keyDown(1234), keyDown(2000)])).toBe(1234)
    expect(readingOf(feature, [move(10, 0, 0)])).toBeUndefined()
  })

  it('is not one that a script made', () => {
    expect(readingOf(feature, [keyDown(5, 0, { trusted: false })])).toBeUndefined()
  })
})
