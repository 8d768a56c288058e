import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted, duration, fromNow, percent, shareOf, signed, toMoment } from './format.js'

describe('numbers', () => {
  it.each([
    [0, '0 %'],
    [0.0004, '< 0.1 %'],
    [0.034, '3.4 %'],
    [0.5, '50 %'],
    [0.995, '99.5 %'],
    [0.9996, '> 99.9 %'],
    [1, '100 %'],
  ])('%d is the share “%s”', (share, words) => expect(percent(share).replaceAll('\u00a0', ' ')).toBe(words))

  it('never call little nothing, nor nearly all all', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (share) => {
        expect(percent(share)).not.toMatch(/^(0|100)\u00a0%$/)
      }),
    )
  })

  it('of nothing are no share', () => expect(shareOf(0, 0)).toBe('–'))

  it('have a sign that is a minus', () => expect([signed(-1.5), signed(0.25)]).toEqual(['−1.50', '+0.25']))

  it('agree with what they count', () => expect([counted(1, 'try', 'tries'), counted(2, 'try', 'tries')]).toEqual(['1 try', '2 tries']))

  it.each([
    [60, '1 minute'],
    [90, '90 s'],
    [7200, '2 hours'],
    [2_592_000, '30 days'],
  ])('%d s are “%s”', (seconds, words) => expect(duration(seconds)).toBe(words))
})

describe('times', () => {
  it('name their zone', () => {
    const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' }).formatToParts(0).find(({ type }) => type === 'timeZoneName')!
    expect(toMoment('2026-11-22T19:04:05Z')).toContain(zone.value)
  })

  it.each([
    [3 * 86_400_000, 'in 3 days'],
    [-7_200_000, '2 hours ago'],
  ])('%d ms from now are “%s”', (ms, words) => expect(fromNow(ms, 0)).toBe(words))
})
