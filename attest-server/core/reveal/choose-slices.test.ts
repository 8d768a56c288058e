import { describe, expect, it } from 'vitest'
import { chooseSlices } from './choose-slices.js'

const halves = Array.from({ length: 100 }, (_, i) => i / 100)
const choices = (first: number, leaves: number) => halves.flatMap((a) => halves.map((b) => chooseSlices(first, leaves, [a, b])))
const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)

describe('chooseSlices', () => {
  it('wants all of a few', () => {
    expect(chooseSlices(0, 1, [0.9, 0.9])).toEqual([0])
    expect(chooseSlices(1, 3, [0, 0])).toEqual([1, 2])
    expect(chooseSlices(0, 3, [0.5, 0.1])).toEqual([0, 1, 2])
  })

  it.each([4, 5, 9, 32])('wants two neighbours and a third of %i, in their order and within them', (leaves) => {
    for (const [a = -1, b = -1, c = -1, ...more] of choices(0, leaves)) {
      expect([a < b && b < c, a >= 0 && c < leaves, more]).toEqual([true, true, []])
      expect(b - a === 1 || c - b === 1).toBe(true)
    }
  })

  it('wants two neighbours of a deep tree', () => {
    for (const [a = -1, b = -1, ...more] of choices(1, 64)) expect([b - a, a >= 1 && b < 64, more]).toEqual([1, true, []])
  })

  it('may want each of them, and none that cannot be shown', () => {
    expect(ascending(choices(0, 9).flat())).toEqual(Array.from({ length: 9 }, (_, i) => i))
    expect(ascending(choices(1, 64).flat())).toEqual(Array.from({ length: 63 }, (_, i) => i + 1))
  })
})
