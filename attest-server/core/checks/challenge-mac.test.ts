import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../shared/result.js'
import type { TokenSealer } from '../ports.js'
import { checkChallengeMac } from './challenge-mac.js'

const sealer: TokenSealer = {
  seal: async (type, claims) => `${type}|${JSON.stringify(claims)}`,
  open: async (type, token) => (token.startsWith(`${type}|`) ? ok(JSON.parse(token.slice(type.length + 1)) as unknown) : err('forged')),
}

describe('checkChallengeMac', () => {
  it('reads back what was sealed as a challenge', async () => {
    const token = await sealer.seal('vouchsafe-challenge+jwt', { jti: 'x' })
    expect(await checkChallengeMac(token, sealer)).toEqual({ ok: true, value: { jti: 'x' } })
  })

  it('refuses what was sealed as something else, or not at all', async () => {
    for (const token of [await sealer.seal('vouchsafe-form+jwt', { jti: 'x' }), 'x']) {
      expect(await checkChallengeMac(token, sealer)).toEqual({ ok: false, error: { reason: 'challenge-forged' } })
    }
  })
})
