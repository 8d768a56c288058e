import { describe, expect, it } from 'vitest'
import { keyDown, readingOf } from '../testing/traces.js'
import { keyInterval as feature } from './key-interval.js'

const typed = (count: number, interval: number) => Array.from({ length: count }, (_, i) => keyDown(interval * i, i % 3))

describe('the interval between keys', () => {
  it('is the median from press to press', () => {
    expect(readingOf(feature, typed(12, 200))! / 200).toBeCloseTo(1, 1)
    expect(readingOf(feature, typed(12, 0))).toBe(0)
  })

  it('needs seven', () => {
    expect(readingOf(feature, typed(7, 200))).toBeUndefined()
  })
})
