import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlation } from './correlation.js'
import { counts } from './counts.js'
import { deviation } from './deviation.js'
import { entropy } from './entropy.js'
import { mean } from './mean.js'
import { quantile } from './quantile.js'
import { ratio } from './ratio.js'
import type { Statistic } from './statistic.js'

type Pair = readonly [x: number, y: number]

function sumsOf(statistic: Statistic, pairs: readonly Pair[]): Float64Array {
  const sums = new Float64Array(statistic.size)
  for (const [x, y] of pairs) statistic.add(sums, x, y)
  return sums
}
const read = (statistic: Statistic, xs: readonly number[]) =>
  statistic.read(
    sumsOf(
      statistic,
      xs.map((x) => [x, 0]),
    ),
  )

const average = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0) / xs.length
const spread = (xs: readonly number[]) => Math.sqrt(xs.reduce((sum, x) => sum + (x - average(xs)) ** 2, 0) / (xs.length - 1))
const lengths = fc.array(fc.double({ min: 0.01, max: 5000, noNaN: true }), { minLength: 3, maxLength: 60 })

describe('statistics', () => {
  it('agree with the textbook on any numbers', () => {
    fc.assert(
      fc.property(lengths, (xs) => {
        expect(read(mean(), xs)).toBeCloseTo(average(xs), 6)
        expect(read(deviation(2), xs)).toBeCloseTo(spread(xs), 3)
        expect(read(deviation(2, true), xs)).toBeCloseTo(spread(xs) / average(xs), 5)
        const sorted = [...xs].sort((a, b) => a - b)
        for (const q of [0, 0.5, 1]) {
          const exact = sorted[Math.floor(q * (xs.length - 1))]!
          expect(Math.abs(read(quantile(q), xs) / exact - 1)).toBeLessThanOrEqual(0.031)
        }
      }),
    )
  })

  it('correlate as the definition does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 50 })), { minLength: 3 }), (pairs) => {
        const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
        const both = pairs.reduce((sum, [x, y]) => sum + (x - average(xs)) * (y - average(ys)), 0) / (pairs.length - 1)
        const value = correlation(3).read(sumsOf(correlation(3), pairs))
        if (spread(xs) * spread(ys) === 0) expect(value).toBeNaN()
        else expect(value).toBeCloseTo(both / (spread(xs) * spread(ys)), 6)
      }),
    )
  })

  it('know the entropy of plain cases', () => {
    expect(read(entropy(4), [0, 1, 2, 3])).toBeCloseTo(1)
    expect(read(entropy(4), [0, 0, 1, 1])).toBeCloseTo(0.5)
    expect(read(entropy(4), [2.9, 2, 2.1])).toBe(0)
    expect(read(entropy(4), [-7, 99])).toBeCloseTo(0.5)
  })

  it('divide sums, and read what was counted', () => {
    expect(
      ratio(1).read(
        sumsOf(ratio(1), [
          [1, 2],
          [3, 6],
        ]),
      ),
    ).toBe(0.5) // prettier-ignore
    expect(
      read(
        counts(3, ([a, b, c]) => a! + 10 * b! + 100 * c!),
        [0, 2, 2],
      ),
    ).toBe(201)
  })

  it('read nothing from too little', () => {
    for (const one of [mean(3), deviation(3), quantile(0.5, 3), entropy(3, 3), correlation(3), ratio(9)]) {
      expect(
        one.read(
          sumsOf(one, [
            [1, 1],
            [2, 1],
          ]),
        ),
      ).toBeNaN() // prettier-ignore
    }
    expect(quantile(0.5, 1, (x) => 1 / (1 + x)).read(sumsOf(quantile(), [[0, 0]]))).toBe(1)
  })

  it.each(
    Object.entries({
      mean: mean(),
      deviation: deviation(2),
      quantile: quantile(),
      entropy: entropy(9),
      correlation: correlation(3),
      ratio: ratio(1),
    }),
  )('merge by adding: %s of two halves is that of the whole', (_, statistic) => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), { maxLength: 40 })
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        const other = sumsOf(statistic, b)
        const merged = sumsOf(statistic, a).map((sum, i) => sum + other[i]!)
        expect(statistic.read(merged)).toEqual(statistic.read(sumsOf(statistic, [...a, ...b])))
      }),
    )
  })
})
