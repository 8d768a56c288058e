import { describe, expect, it } from 'vitest'
import { move, readingOf } from '../testing/traces.js'
import { movementPathEfficiency as feature } from './movement-path-efficiency.js'

const along = (points: readonly (readonly [number, number])[], from = 0) => points.map(([x, y], i) => move(from + 16 * i, x, y))
const line = Array.from({ length: 11 }, (_, i) => [9 * i + i * i * 0.1, 0] as const)
/** 60 px to the right, then 80 down: 140 px of path for 100 px of way. */
const corner = Array.from({ length: 15 }, (_, i) => (i < 7 ? ([10 * i + (i === 3 ? 1 : 0), 0] as const) : ([60, 10 * (i - 6)] as const)))

describe('path efficiency', () => {
  it('is 1 for a line', () => {
    expect(readingOf(feature, [...along(line), move(900, 0, 0)])).toBe(1)
  })

  it('is chord by length for a corner', () => {
    expect(readingOf(feature, [...along(corner), move(900, 0, 0)])).toBeCloseTo(100 / 140, 1)
  })

  it('is the median over strokes', () => {
    const strokes = [...along(line), ...along(corner, 1000), ...along(line, 2000), move(3000, 0, 0)]
    expect(readingOf(feature, strokes)).toBe(1)
  })

  it('has no value for closed curves and for strokes still going on', () => {
    const circle = Array.from({ length: 33 }, (_, i) => [60 * Math.cos((i * Math.PI) / 16), 60 * Math.sin((i * Math.PI) / 16)] as const)
    expect(readingOf(feature, [...along(circle), move(900, 0, 0)])).toBeUndefined()
    expect(readingOf(feature, along(line))).toBeUndefined()
  })
})
