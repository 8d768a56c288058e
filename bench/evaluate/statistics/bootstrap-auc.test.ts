import { describe, expect, it } from 'vitest'
import { bootstrapAuc } from './bootstrap-auc.js'

const visits = (users: number, each: number) =>
  Array.from({ length: 2 * users * each }, (_, i) => {
    const user = Math.floor(i / each)
    // A user's visits are alike; users differ.
    return { score: ((user * 7) % 11) + (user % 2 ? 3 : 0), bot: user % 2 === 1, user: `u${user}` }
  })

describe('bounds of the AUC', () => {
  it('are the same each time', () => {
    expect(bootstrapAuc(visits(20, 3))).toEqual(bootstrapAuc(visits(20, 3)))
  })

  it('do not narrow when every user only visits more often', () => {
    const [once, often] = [bootstrapAuc(visits(12, 1)), bootstrapAuc(visits(12, 20))]
    expect(often.high - often.low).toBeCloseTo(once.high - once.low, 1)
  })

  it('narrow with more users', () => {
    const [few, many] = [bootstrapAuc(visits(11, 1)), bootstrapAuc(visits(110, 1))]
    expect(many.high - many.low).toBeLessThan(0.6 * (few.high - few.low))
  })

  it('are a point where bots and people are apart', () => {
    const apart = visits(10, 1).map((visit) => ({ ...visit, score: visit.bot ? 1 : 0 }))
    expect(bootstrapAuc(apart)).toEqual({ low: 1, high: 1 })
  })
})
