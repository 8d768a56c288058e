import { describe, expect, it } from 'vitest'
import { createDevice, honestClaims, someChallenge } from '../../testing/honest-client.js'
import { checkClaims } from './claims.js'

const honest = honestClaims(someChallenge, 'https://shop.example', (await createDevice()).thumbprint)

describe('checkClaims', () => {
  it('accepts what a collector sends', () => {
    expect(checkClaims(honest)).toEqual({ ok: true, value: honest })
  })

  it.each(Object.keys(honest).filter((name) => name !== 'trace'))('wants %s', (name) => {
    const { [name as 'v']: _, ...rest } = honest
    expect(checkClaims(rest)).toEqual({ ok: false, error: { reason: 'field-malformed', field: `claims.${name}` } })
  })

  it('leaves it to the card whether there is a trace', () => {
    const { trace: _, ...rest } = honest
    expect(checkClaims(rest)).toEqual({ ok: true, value: rest })
  })

  it('refuses numbers that are none, and lists without an end', () => {
    for (const changes of [
      { iat: Number.NaN },
      { llr: Infinity },
      { seq: 0.5 },
      { tells: 'A'.repeat(161) },
      { features: 'A'.repeat(321) },
      { tells: '.' },
      { tells: ['A'] },
      { tally: [-1] },
      { trace: '' },
      { trace: 'A'.repeat(401) },
      { trace: 'A+/=' },
      { trace: [1] },
    ]) {
      expect(checkClaims({ ...honest, ...changes }), JSON.stringify(changes)).toMatchObject({ error: { reason: 'field-malformed' } })
    }
  })

  it('names an unknown claim, cut short', () => {
    const error = { reason: 'field-unknown', field: `claims.${'x'.repeat(32)}` }
    expect(checkClaims({ ...honest, ['x'.repeat(99)]: 1 })).toEqual({ ok: false, error })
  })
})
