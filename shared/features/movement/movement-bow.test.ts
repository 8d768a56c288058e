import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementBow as feature } from './movement-bow.js'

const curve = (y: (s: number) => number) => [...Array.from({ length: 101 }, (_, i) => move(10 * i, 2 * i, y(i / 100))), move(2000, 0, 0)]

describe('the bow of a path', () => {
  it('is 0 for a line', () => {
    expect(
      readingOf(
        feature,
        curve(() => 5),
      ),
    ).toBe(0)
  })

  it('is the area of a half circle, π/8 of its diameter squared', () => {
    // Even in x: chord 200 px, radius 100 px.
    expect(
      readingOf(
        feature,
        curve((s) => Math.sqrt(1 - (2 * s - 1) ** 2) * 100),
      ),
    ).toBeCloseTo(Math.PI / 8, 1)
  })

  it('is small for a path that swings to both sides alike', () => {
    expect(
      readingOf(
        feature,
        curve((s) => 40 * Math.sin(2 * Math.PI * s)),
      ),
    ).toBeLessThan(0.002)
  })
})
