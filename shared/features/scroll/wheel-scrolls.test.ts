import { describe, expect, it } from 'vitest'
import { readingOf, scroll, wheel } from '../testing/traces.js'
import { wheelScrolls as feature } from './wheel-scrolls.js'

const notches = (count: number, frames: number) =>
  Array.from({ length: count }, (_, i) => [
    wheel(600 * i, 100, -120),
    ...Array.from({ length: frames }, (_, f) => scroll(600 * i + 16 * (f + 1))),
  ]).flat()

describe('scrolls for each notch', () => {
  it('is 1 without animation and more with', () => {
    expect(readingOf(feature, notches(5, 1))).toBe(1)
    expect(readingOf(feature, notches(5, 12))).toBe(12)
  })

  it('leaves out notches that scroll nothing, and scrolling by other means', () => {
    const end = [wheel(9000, 100, -120), wheel(9600, 100, -120), scroll(20_000), scroll(20_016)]
    expect(readingOf(feature, [...notches(4, 10), ...end])).toBe(10)
    expect(readingOf(feature, end)).toBeUndefined()
  })
})
