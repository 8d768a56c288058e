import { describe, expect, it } from 'vitest'
import { keyRollover as feature } from './key-rollover.js'
import { keyDown, keyUp, readingOf } from './testing/traces.js'

/** Every key is held for `held`, and the next pressed after `interval`. */
const typed = (count: number, interval: number, held: number) =>
  Array.from({ length: count }, (_, i) => [keyDown(interval * i, i % 4), keyUp(interval * i + held, i % 4)])
    .flat()
    .sort((a, b) => a.t - b.t)

describe('rollover', () => {
  it('is the share of fast presses with the key before still held', () => {
    expect(readingOf(feature, typed(20, 100, 130))).toBe(1)
    expect(readingOf(feature, typed(20, 100, 80))).toBe(0)
  })

  it('says nothing about slow typing', () => {
    expect(readingOf(feature, typed(20, 200, 90))).toBeUndefined()
  })
})
