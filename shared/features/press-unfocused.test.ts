import { describe, expect, it } from 'vitest'
import { pressUnfocused as feature } from './press-unfocused.js'
import { down, readingOf } from './testing/traces.js'

const presses = (...focused: boolean[]) => focused.map((has, i) => down(i, 0, 0, { focused: has }))

describe('unfocused presses', () => {
  it('leave out the first, which gives the window its focus', () => {
    expect(readingOf(feature, presses(false))).toBeUndefined()
    expect(readingOf(feature, presses(false, true, true))).toBe(0)
    expect(readingOf(feature, presses(false, false, true))).toBe(0.5)
  })
})
