import { expect, test } from 'vitest'
import { slide } from './slide.js'
import type { Stroke } from './strokes.js'

const stroke: Stroke = {
  moves: [
    { t: 0, x: 10, y: 10 },
    { t: 16, x: 13, y: 14 },
    { t: 33, x: 13, y: 14 },
    { t: 50, x: 13, y: 29 },
  ],
  press: { t: 300, x: 13, y: 29 },
  drift: [],
  release: { t: 380, x: 13, y: 29 },
}

test('scrolls as far as asked for, in the rhythm of the movement, and not where the hand rested', () => {
  expect(slide(stroke, 200)).toEqual([
    [16, 'scroll', 50],
    [50, 'scroll', 150],
  ])
})
