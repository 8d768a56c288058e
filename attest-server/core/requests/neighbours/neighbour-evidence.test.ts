import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unsupported } from '../../../../shared/observation.js'
import { conversionOf, LEAST_OUTCOMES } from './conversion.js'
import { neighbourEvidence } from './neighbour-evidence.js'

const counts = (inv: number, ok: number, converted = 0, unconverted = 0) => ({ inv, ok, converted, unconverted })
const many = counts(100, 900)
const llr = (inv: number, ok: number, all = many) => {
  const evidence = neighbourEvidence(counts(inv, ok), all)
  return evidence.state === 'ok' ? evidence.value : undefined
}

describe('neighbourEvidence', () => {
  it('says nothing with few labels, few neighbours, or labels of one kind', () => {
    expect(neighbourEvidence(counts(9, 0), counts(9, 9))).toEqual(unsupported)
    expect(neighbourEvidence(counts(500, 0), counts(1000, 0))).toEqual(unsupported)
    expect(llr(2, 0)).toBeUndefined()
  })

  it('says nothing where look-alikes are as all others, whatever the labelling rate', () => {
    expect(llr(10, 90)).toBeCloseTo(0, 10)
    expect(llr(90, 10, counts(900, 100))).toBeCloseTo(0, 10)
  })

  it('rises with each invalid and falls with each ok one', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (inv, ok) => {
        if (inv + ok < 3) return
        expect(llr(inv + 1, ok)!).toBeGreaterThan(llr(inv, ok)!)
        expect(llr(inv, ok + 1)!).toBeLessThan(llr(inv, ok)!)
      }),
    )
  })

  it('is cautious with three', () => {
    expect(Math.abs(llr(0, 3)!)).toBeLessThan(0.7)
  })
})

describe('conversionOf', () => {
  it('is null until enough outcomes were reported', () => {
    expect(conversionOf(counts(0, 0), counts(0, 0, 0, LEAST_OUTCOMES - 1))).toBeNull()
    expect(conversionOf(counts(0, 0), counts(0, 0, 10, LEAST_OUTCOMES - 10))).not.toBeNull()
  })

  it('is the project’s rate without look-alikes, and theirs with many', () => {
    const all = counts(0, 0, 20, 980)
    expect(conversionOf(counts(0, 0), all)).toBeCloseTo(21 / 1002, 10)
    expect(conversionOf(counts(0, 0, 500, 500), all)).toBeCloseTo(0.5, 1)
  })

  it('is always a probability between the two', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), fc.nat(500), fc.nat(500), (c, u, more, missed) => {
        const probability = conversionOf(counts(0, 0, c, u), counts(0, 0, c + more, u + missed + LEAST_OUTCOMES))!
        expect(probability).toBeGreaterThan(0)
        expect(probability).toBeLessThan(1)
      }),
    )
  })
})
