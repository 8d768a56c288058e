import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc, byScore, weightedAuc } from './auc.js'

const scores = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 })

/** By its meaning: every bot against every person. */
function pairwise(bots: readonly number[], people: readonly number[]): number {
  const wins = bots.flatMap((bot) => people.map((person) => (bot > person ? 1 : bot === person ? 0.5 : 0)))
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length
}

describe('the area under the ROC curve', () => {
  it('is that of a case done by hand', () => {
    // 3 beats 1 and 2; 2 beats 1 and ties with 2: 3.5 of 4 pairs.
    expect(auc([3, 2], [1, 2])).toBe(0.875)
  })

  it('is the share of pairs in which the bot scores above the person', () => {
    fc.assert(
      fc.property(scores, scores, (bots, people) => {
        expect(auc(bots, people)).toBeCloseTo(pairwise(bots, people), 12)
      }),
    )
  })

  it('counts a visit of weight two as two visits', () => {
    fc.assert(
      fc.property(scores, scores, (bots, people) => {
        const weighted = [
          ...bots.map((score) => ({ score, bot: true, weight: 2 })),
          ...people.map((score) => ({ score, bot: false, weight: 1 })),
        ]
        expect(weightedAuc(weighted.sort(byScore))).toBeCloseTo(auc([...bots, ...bots], people), 12)
      }),
    )
  })

  it('is not defined without bots or without people', () => {
    expect([auc([], [1]), auc([1], []), auc([], [])]).toEqual([Number.NaN, Number.NaN, Number.NaN])
  })
})
