import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundUp } from './chart.js'
import { gather } from './hours.js'

const hour = fc.record({ at: fc.constant('2026-11-22T19:00:00Z'), allow: fc.nat(999), challenge: fc.nat(99), block: fc.nat(99) })

it('hours that are drawn together lose none of their verdicts, and are no more than there is room for', () => {
  fc.assert(
    fc.property(fc.array(hour, { minLength: 1, maxLength: 720 }), fc.integer({ min: 1, max: 120 }), (hours, most) => {
      const groups = gather(hours, most)
      const total = (all: typeof hours | typeof groups) =>
        all.reduce((sum, { allow, challenge, block }) => sum + allow + challenge + block, 0)
      expect(groups.length).toBeLessThanOrEqual(most)
      expect(total(groups)).toBe(total(hours))
    }),
  )
})

it('an axis ends at a round number that no column is above', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (most) => {
      expect(roundUp(most)).toBeGreaterThanOrEqual(most)
      expect(`${roundUp(most)}`).toMatch(/^[125]0*$/)
    }),
  )
})
