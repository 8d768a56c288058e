import { describe, expect, it } from 'vitest'
import { startEntropy } from './entropy.js'

const entropyOf = (bins: number, values: readonly number[]) => {
  const entropy = startEntropy(bins)
  for (const bin of values) entropy.add(bin)
  return entropy
}

describe('running entropy', () => {
  it('is 0 in one bin and 1 over all', () => {
    expect(entropyOf(4, [2, 2, 2]).read()).toBe(0)
    expect(entropyOf(4, [0, 1, 2, 3]).read()).toBeCloseTo(1, 12)
  })

  it('agrees with Shannon’s formula: 1.5 of 2 bits for ½, ¼, ¼', () => {
    expect(entropyOf(4, [0, 0, 1, 2]).read()).toBeCloseTo(0.75, 12)
  })

  it('puts what lies outside into the outer bins and ignores NaN', () => {
    const entropy = entropyOf(2, [-Infinity, -3, 99, Infinity, Number.NaN])
    expect(entropy.read()).toBeCloseTo(1, 12)
    expect(entropyOf(2, []).read()).toBeNaN()
  })
})
