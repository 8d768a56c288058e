import { describe, expect, it } from 'vitest'
import { chooseSlices } from './choose-slices.js'

const parts = Array.from({ length: 100 }, (_, i) => i / 100)
const alike = (leaves: number) => Array<number>(leaves).fill(7)
const choices = (first: number, counts: readonly number[]) => parts.flatMap((a) => parts.map((b) => chooseSlices(first, counts, [a, b])))
const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)

describe('chooseSlices', () => {
  it('wants all of a few', () => {
    expect(chooseSlices(0, [16], [0.9, 0.9])).toEqual([0])
    expect(chooseSlices(1, [400, 9, 1], [0, 0])).toEqual([1, 2])
    expect(chooseSlices(0, [1, 2, 30], [0.5, 0.1])).toEqual([0, 1, 2])
  })

  it.each([4, 5, 9, 32])('wants two neighbours and a third of %i, in their order and within them', (leaves) => {
    for (const [a = -1, b = -1, c = -1, ...more] of choices(0, alike(leaves))) {
      expect([a < b && b < c, a >= 0 && c < leaves, more]).toEqual([true, true, []])
      expect(b - a === 1 || c - b === 1).toBe(true)
    }
  })

  it('wants two neighbours of a deep tree', () => {
    for (const [a = -1, b = -1, ...more] of choices(1, alike(64))) expect([b - a, a >= 1 && b < 64, more]).toEqual([1, true, []])
  })

  it('may want each of them, and none that cannot be shown', () => {
    expect(ascending(choices(0, alike(9)).flat())).toEqual(Array.from({ length: 9 }, (_, i) => i))
    expect(ascending(choices(1, alike(64)).flat())).toEqual(Array.from({ length: 63 }, (_, i) => i + 1))
  })

  it('wants what holds much: four steps in five, hidden in two slices of thirty, are met 19 times in 20', () => {
    const counts = Array.from({ length: 30 }, (_, i) => (i === 11 || i === 23 ? 56 : 1))
    const met = choices(0, counts).filter((chosen) => chosen.includes(11) || chosen.includes(23))
    expect(met.length / parts.length ** 2).toBeGreaterThan(0.95)
  })

  it('is drawn to no slice that has nothing but key-ups, while any has steps', () => {
    const steps = Array.from({ length: 63 }, (_, i) => (i === 40 || i === 41 ? 50 : 0))
    for (const chosen of choices(0, steps)) expect(chosen.includes(40) || chosen.includes(41)).toBe(true)
  })

  it.each([4, 9, 32, 64])('wants as many, each once, of %i slices without a step', (leaves) => {
    for (const chosen of choices(0, Array<number>(leaves).fill(0))) expect(new Set(chosen).size).toBe(leaves > 32 ? 2 : 3)
    for (const chosen of choices(0, [7, ...Array<number>(leaves - 1).fill(0)])) expect(new Set(chosen).size).toBe(leaves > 32 ? 2 : 3)
  })
})
