import { describe, expect, it } from 'vitest'
import { down, move, readingOf } from '../testing/traces.js'
import { pressHover as feature } from './press-hover.js'

describe('hovering before the press', () => {
  it('is the median time since the last move', () => {
    const events = [100, 120, 300].flatMap((hover, i) => [move(1000 * i, i, i), down(1000 * i + hover, i, i)])
    expect(readingOf(feature, events)).toBeCloseTo(120, -1)
  })

  it('counts a move for one press only', () => {
    expect(readingOf(feature, [move(0, 1, 1), down(100, 1, 1), down(300, 1, 1)])).toBeUndefined()
  })
})
