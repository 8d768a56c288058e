import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, type Observation, seen } from '../observation.js'
import { decodeObservation, encodeObservation } from './evidence.js'
import vectors from './vectors/observation.json' with { type: 'json' }

describe('an Observation on the wire', () => {
  it.each(vectors.vectors)('is as the vectors say: $name', ({ type, observation, wire, decoded }) => {
    const sent = observation as Observation
    expect(encodeObservation(sent)).toEqual(wire)
    expect(decodeObservation(wire, type as 'boolean' | 'number')).toEqual({ ok: true, value: decoded ?? sent })
  })

  it.each(vectors.refused)('is refused: $name', ({ type, wire }) => {
    expect(decodeObservation(wire, type as 'boolean' | 'number')).toEqual({ ok: false, error: 'observation-malformed' })
  })

  it('arrives with four digits of what was sent', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), (value) => {
        const arrived = decodeObservation(JSON.parse(JSON.stringify(encodeObservation(seen(value)))), 'number')
        const got = arrived.ok && arrived.value.state === 'ok' ? Number(arrived.value.value) : Number.NaN
        expect(Math.abs(got - value)).toBeLessThanOrEqual(0.0005 * Math.abs(value) + Number.MIN_VALUE)
      }),
    )
  })

  it('keeps the reason of a failure', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,24}$/), (reason) => {
        expect(decodeObservation(encodeObservation(failed(reason)), 'number')).toEqual({ ok: true, value: failed(reason) })
      }),
    )
  })

  it('does not throw on anything that JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('boolean' as const, 'number' as const), (wire, type) => {
        expect(typeof decodeObservation(wire, type).ok).toBe('boolean')
      }),
    )
  })
})
