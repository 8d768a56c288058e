import { describe, expect, it } from 'vitest'
import { keyCorrections as feature } from './key-corrections.js'
import { keyDown, readingOf } from './testing/traces.js'

const typed = (count: number, key: 'backspace' | 'letter' | 'modifier', repeat = false) =>
  Array.from({ length: count }, (_, i) => keyDown(i, 0, { key, repeat }))

describe('corrections', () => {
  it('are the share of Backspace, once for each press', () => {
    expect(readingOf(feature, [...typed(18, 'letter'), ...typed(2, 'backspace'), ...typed(30, 'backspace', true)])).toBe(0.1)
  })

  it('need 20 keys, modifiers not counted', () => {
    expect(readingOf(feature, [...typed(19, 'letter'), ...typed(9, 'modifier')])).toBeUndefined()
  })
})
