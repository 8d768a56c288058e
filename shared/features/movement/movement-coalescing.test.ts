import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementCoalescing as feature } from './movement-coalescing.js'

const moves = (size: number, samples: (i: number) => number) =>
  Array.from({ length: 31 }, (_, i) => move(16 * i, size * i, i % 2, { samples: samples(i) }))

describe('coalescing', () => {
  it('is the mean number of samples in fast moves', () => {
    expect(
      readingOf(
        feature,
        moves(20, (i) => 1 + (i % 2)),
      ),
    ).toBe(1.5)
    expect(
      readingOf(
        feature,
        moves(20, () => 1),
      ),
    ).toBe(1)
  })

  it('has no value for slow moves, or where the browser does not say', () => {
    expect(
      readingOf(
        feature,
        moves(3, () => 1),
      ),
    ).toBeUndefined()
    expect(
      readingOf(
        feature,
        moves(20, () => 0),
      ),
    ).toBeUndefined()
  })
})
