import { describe, expect, it } from 'vitest'
import { chooseSlices } from './choose-slices.js'

const halves = Array.from({ length: 50 }, (_, i) => i / 50)
const choices = (first: number, count: number) => halves.flatMap((a) => halves.map((b) => chooseSlices(first, count, [a, b])))

describe('chooseSlices', () => {
  it('wants all of a few', () => {
    expect(chooseSlices(0, 1, [0.9, 0.9])).toEqual([0])
    expect(chooseSlices(1, 2, [0, 0])).toEqual([1, 2])
    expect(chooseSlices(0, 3, [0.5, 0.1])).toEqual([0, 1, 2])
  })

  it.each([4, 5, 9, 64])('wants two neighbours and a third of %i, in their order and within them', (count) => {
    for (const [a, b, c, ...more] of choices(0, count)) {
      expect([a! < b! && b! < c!, a! >= 0 && c! < count, more]).toEqual([true, true, []])
      expect(b! - a! === 1 || c! - b! === 1).toBe(true)
    }
  })

  it('may want each of them', () => {
    const wanted = new Set(choices(3, 9).flat())
    expect([...wanted].sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
  })
})
