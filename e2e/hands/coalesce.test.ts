import { expect, test } from 'vitest'
import { coalesce } from './coalesce.js'
import type { Timeline } from './timeline.js'

const path: Timeline = [
  [0, 'move', 1, 1],
  [16, 'move', 2, 2],
  [99, 'move', 3, 3],
  [130, 'move', 4, 4],
  [180, 'down', 1],
  [250, 'move', 5, 5],
  [260, 'up', 1],
  [420, 'move', 6, 6],
]

test('a slow link passes on the last position of each slot, when the slot ends', () => {
  expect(coalesce(path, 100).slice(0, 1)).toEqual([[100, 'move', 3, 3]])
  expect(coalesce(path, 100).at(-1)).toEqual([500, 'move', 6, 6])
})

test('a button passes at its own time, after the position it was pressed at', () => {
  expect(coalesce(path, 100).slice(1, 5)).toEqual([
    [180, 'move', 4, 4],
    [180, 'down', 1],
    [260, 'move', 5, 5],
    [260, 'up', 1],
  ])
})

test('times never go back, and keys and buttons are all there', () => {
  const slow = coalesce(path, 30)
  const times = slow.map(([t]) => t)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(slow.filter(([, operation]) => operation !== 'move')).toEqual(path.filter(([, operation]) => operation !== 'move'))
})
