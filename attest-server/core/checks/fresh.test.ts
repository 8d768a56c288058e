import { describe, expect, it } from 'vitest'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import { checkFresh } from './fresh.js'

const challenge = { iat: 1000, exp: 1300 } as ChallengeClaims

describe('checkFresh', () => {
  it('accepts a challenge up to its last moment', () => {
    expect(checkFresh(challenge, 1299.999)).toEqual({ ok: true, value: challenge })
    expect(checkFresh(challenge, 1300)).toEqual({ ok: false, error: { reason: 'challenge-expired', exp: 1300, now: 1300 } })
  })

  it('forgives clocks that are a little apart, not more', () => {
    expect(checkFresh(challenge, 995).ok).toBe(true)
    expect(checkFresh(challenge, 994)).toEqual({ ok: false, error: { reason: 'challenge-from-future', iat: 1000, now: 994 } })
  })
})
