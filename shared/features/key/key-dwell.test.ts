import { describe, expect, it } from 'vitest'
import { keyDown, keyUp, readingOf } from '../testing/traces.js'
import { keyDwell as feature } from './key-dwell.js'

const holds = (times: readonly number[]) => times.flatMap((held, i) => [keyDown(500 * i, 0), keyUp(500 * i + held, 0)])

describe('key dwell', () => {
  it('is the median time held, from five keys on', () => {
    expect(readingOf(feature, holds([80, 90, 100, 110, 120]))! / 100).toBeCloseTo(1, 1)
    expect(readingOf(feature, holds([0, 0, 0, 0, 0]))).toBe(0)
    expect(readingOf(feature, holds([80, 90, 100, 110]))).toBeUndefined()
  })
})
