import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPatientClock } from './patient-clock.js'

const START = 1_790_000_000
let [elapsed, shift] = [0, 0]
let patient: () => number
const pass = (seconds: number) => {
  elapsed += seconds
  return patient()
}
const set = (by: number) => {
  shift = by
}
beforeEach(() => {
  elapsed = 500
  shift = 0
  patient = createPatientClock(
    () => START + elapsed + shift,
    () => elapsed,
  )
})

describe('a patient clock', () => {
  it('goes with the clock, also where that is corrected bit by bit', () => {
    expect(pass(10)).toBe(START + 510)
    for (let i = 1; i <= 100; i++) {
      set(i)
      expect(pass(10)).toBe(START + 510 + 10 * i + i)
    }
  })

  it('does not go along where the clock is set forwards, and goes on with it when that is set right', () => {
    set(3600)
    expect(pass(10)).toBe(START + 510)
    expect(pass(600)).toBe(START + 1110)
    set(0)
    expect(pass(10)).toBe(START + 1120)
  })

  it('believes the clock after an hour', () => {
    set(86_400)
    pass(10)
    expect(pass(3699)).toBe(START + elapsed)
    expect(pass(1)).toBe(START + elapsed + 86_400)
    expect(pass(10)).toBe(START + elapsed + 86_400)
  })

  it('doubts anew where the clock is set once more', () => {
    set(3600)
    pass(3000)
    set(0)
    pass(10)
    set(3600)
    pass(10)
    expect(pass(3000)).toBe(START + elapsed)
  })

  it('goes back with the clock at once', () => {
    set(-3600)
    expect(pass(10)).toBe(START + 510 - 3600)
  })

  it('is never ahead of the clock', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: -10_000, max: 10_000 })))
    fc.assert(
      fc.property(steps, (all) => {
        for (const [seconds, by] of all) {
          set(by)
          expect(pass(seconds)).toBeLessThanOrEqual(START + elapsed + by)
        }
      }),
    )
  })
})
