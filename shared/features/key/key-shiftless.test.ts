import { describe, expect, it } from 'vitest'
import { keyDown, readingOf } from '../testing/traces.js'
import { keyShiftless as feature } from './key-shiftless.js'

describe('capitals without Shift', () => {
  it('are a share of the capitals', () => {
    const typed = [{}, { upper: true }, { upper: true, shift: true }, { upper: true, capsLock: true }, { upper: true, shift: true }]
    expect(
      readingOf(
        feature,
        typed.map((more, i) => keyDown(i, 0, more)),
      ),
    ).toBe(0.25)
  })

  it('are not told from virtual keyboards, input methods and lower case', () => {
    const others = [{ upper: true, physical: false }, { upper: true, composing: true }, { upper: true, trusted: false }, {}]
    expect(
      readingOf(
        feature,
        others.map((more, i) => keyDown(i, 0, more)),
      ),
    ).toBeUndefined()
  })
})
