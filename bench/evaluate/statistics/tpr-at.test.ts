import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thresholdAt, tprAt } from './tpr-at.js'

const scores = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 })

describe('bots caught at a false-positive rate', () => {
  it('is that of a case done by hand', () => {
    const people = Array.from({ length: 100 }, (_, i) => i)
    // One person of a hundred may lie above: the threshold is the second highest, 98.
    expect(thresholdAt(0.01, people)).toBe(98)
    expect(tprAt(0.01, [98, 99, 98.5, 3], people)).toBe(0.5)
  })

  it('lets no person be above where one would be too many', () => {
    expect(tprAt(0.001, [5, 6], [1, 5])).toBe(0.5)
  })

  it('never has more people above the threshold than allowed, and could not be lower', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 0.999, noNaN: true }), (people, fpr) => {
        const threshold = thresholdAt(fpr, people)
        const above = (limit: number) => people.filter((score) => score > limit).length / people.length
        expect(above(threshold)).toBeLessThanOrEqual(fpr + 1e-9)
        const next = Math.max(...people.filter((score) => score < threshold), -Infinity)
        expect(above(next)).toBeGreaterThan(fpr)
      }),
    )
  })

  it('is not defined without bots or without people', () => {
    expect([tprAt(0.01, [], [1]), tprAt(0.01, [1], [])]).toEqual([Number.NaN, Number.NaN])
  })
})
