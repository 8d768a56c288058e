import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, type Observation, seen, unsupported } from '../observation.js'
import { LARGEST_CODE, onScale, type Range } from '../scale.js'
import { decodeFeature, decodeTell, encodeFeature, encodeTell, MOST_COUNTED, reasons } from './observation-codes.js'
import { hardening, tellShapes } from './tells.js'
import vectors from './vectors/observation.json' with { type: 'json' }

const encode = (type: string, observation: Observation, range: Range) =>
  type === 'feature' ? encodeFeature(observation as Observation<number>, range) : encodeTell(observation)
const decode = (type: string, wire: string, range: Range) =>
  type === 'feature' ? decodeFeature(wire, range) : decodeTell(wire, { type: type as 'boolean' | 'number' })
const rangeOf = ({ range }: { range?: readonly number[] }) => (range ?? [0, 1]) as unknown as Range

describe('an Observation on the wire', () => {
  it.each(vectors.vectors)('is as the vectors say: $name', (vector) => {
    const { type, observation, wire, decoded } = vector
    const sent = observation as Observation
    expect(encode(type, sent, rangeOf(vector))).toBe(wire)
    expect(decode(type, wire, rangeOf(vector))).toEqual({ ok: true, value: decoded ?? sent })
  })

  it.each(vectors.refused)('is refused: $name', ({ type, wire }) => {
    expect(decode(type, wire, [0, 1])).toEqual({ ok: false, error: 'observation-malformed' })
  })

  it('knows the classes of hardened browsers, and no others', () => {
    const shape = tellShapes['tell.hardened']
    for (const kind of Object.values(hardening)) expect(decodeTell(encodeTell(seen(kind)), shape)).toEqual({ ok: true, value: seen(kind) })
    expect(decodeTell(encodeTell(seen(3)), shape).ok).toBe(false)
    expect(decodeTell(encodeTell(unsupported), shape).ok).toBe(true)
  })

  it('names the reasons in the order that is held', () => {
    expect(reasons).toEqual(vectors.reasons)
  })

  it('arrives as the number that the collector weighed', () => {
    const range: Range = [-3, 700]
    fc.assert(
      fc.property(fc.double({ min: -3, max: 700, noNaN: true }), (value) => {
        const weighed = onScale(value, range)
        expect(decodeFeature(encodeFeature(seen(weighed), range), range)).toEqual({ ok: true, value: seen(weighed) })
      }),
    )
  })

  it('takes one letter for a tell and two for a feature, whatever it is', () => {
    const absent = fc.oneof(fc.constant(unsupported), fc.string().map(failed))
    const any = fc.oneof(fc.double().map(seen), fc.boolean().map(seen), fc.string().map(seen), absent)
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1, noNaN: true }), absent, (tell, value, none) => {
        expect(encodeTell(tell)).toMatch(/^[\w-]$/)
        for (const feature of [seen(value), none]) expect(encodeFeature(feature, [0, 1])).toMatch(/^[\w-]{2}$/)
      }),
    )
  })

  it('has room for every value below the absences', () => {
    expect(LARGEST_CODE).toBeLessThan(4096 - reasons.length - 1)
    expect(MOST_COUNTED).toBeLessThan(64 - reasons.length - 1)
  })

  it('does not throw on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('boolean', 'number', 'feature'), (wire, type) => {
        expect(typeof decode(type, wire, [0, 1]).ok).toBe('boolean')
      }),
    )
  })
})
