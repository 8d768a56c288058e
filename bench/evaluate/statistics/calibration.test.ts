import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationOf } from './calibration.js'

const posteriors = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })

describe('calibration', () => {
  it('is that of a case done by hand', () => {
    // Even odds: each bot weighs 1/4, so does each person. Low bin: says 0.05, two people and no bot; high bin: says 0.95, two bots.
    expect(calibrationOf([0.95, 0.95], [0.05, 0.05], 0).ece).toBeCloseTo(0.05)
    // One bin that says 0.5 and holds as many of both.
    expect(calibrationOf([0.5], [0.5, 0.5, 0.5], 0).ece).toBeCloseTo(0)
  })

  it('does not depend on how many bots the files hold', () => {
    fc.assert(
      fc.property(posteriors, posteriors, (bots, people) => {
        expect(calibrationOf([...bots, ...bots], people, -2.2).ece).toBeCloseTo(calibrationOf(bots, people, -2.2).ece, 9)
      }),
    )
  })

  it('weighs bots as the prior says', () => {
    // A card that always says its prior is right on average.
    const prior = 1 / (1 + Math.exp(2.2))
    expect(calibrationOf([prior, prior], [prior], -2.2).ece).toBeCloseTo(0, 12)
  })

  it('stays within 0 and 1, and gives all the weight away', () => {
    fc.assert(
      fc.property(posteriors, posteriors, (bots, people) => {
        const { ece, bins } = calibrationOf(bots, people, -2.2)
        expect(ece >= 0 && ece <= 1).toBe(true)
        expect(bins.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('is not defined without bots or without people', () => {
    expect([calibrationOf([], [0.1], 0).ece, calibrationOf([0.1], [], 0).ece]).toEqual([Number.NaN, Number.NaN])
  })
})
