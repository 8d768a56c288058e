import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Waterfall } from '../../wire/session.js'
import { probability, stepsOf } from './steps.js'

const llr = fc.double({ min: -9, max: 9, noNaN: true })
const family = fc.record({
  family: fc.constantFrom('listener', 'press', 'movement'),
  llr,
  contributions: fc.array(
    fc.record({
      id: fc.constantFrom('tell.webdriver', 'input.press-dwell'),
      llr,
      value: fc.constant(1),
      when: fc.constant([]),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})
const parts = fc.record({
  prior: llr,
  families: fc.array(family, { maxLength: 5 }),
  overlap: fc.double({ min: -3, max: 0, noNaN: true }),
  givenBack: fc.double({ min: 0, max: 3, noNaN: true }),
})

/** As the server sums it up. */
const whole = (of: Omit<Waterfall, 'llr'>): Waterfall => ({
  ...of,
  llr: of.prior + of.families.reduce((sum, one) => sum + one.llr, 0) + of.overlap + of.givenBack,
})

describe('the waterfall', () => {
  it('begins at the prior, ends at the sum, and has no gap', () => {
    fc.assert(
      fc.property(parts.map(whole), (waterfall) => {
        const steps = stepsOf({ waterfall, posterior: probability(waterfall.llr) })
        const [first, ...others] = steps
        const last = others.pop()!
        let at = first!.llr
        for (const step of others) {
          expect(step.from).toBeCloseTo(at, 6)
          at += step.llr
        }
        expect(first!.llr).toBe(waterfall.prior)
        // What is below a hundredth is no step: each that is left out may be missing here.
        expect(Math.abs(at - last.llr)).toBeLessThanOrEqual(0.005 * (waterfall.families.length + 2) + 1e-6)
      }),
    )
  })

  it('shows what a limit took away, after the facts of its family', () => {
    const contributions = [{ id: 'tell.webdriver', llr: 4, value: true, when: [] }]
    const waterfall = whole({ prior: -2, families: [{ family: 'listener', llr: 3, contributions }], overlap: 0, givenBack: 0 })
    const steps = stepsOf({ waterfall, posterior: 0.7 })
    expect(steps.map(({ kind, llr }) => [kind, llr])).toEqual([
      ['start', -2],
      ['fact', 4],
      ['limit', -1],
      ['sum', 1],
    ])
    expect(steps[1]).toMatchObject({ name: 'Says that it is driven (webdriver)', seen: 'yes' })
  })
})
