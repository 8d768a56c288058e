import { describe, expect, it } from 'vitest'
import type { ChallengeClaims } from '../../../shared/wire/challenge.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { checkBinding } from './binding.js'

const ORIGIN = 'https://shop.example'
const challenge = { jti: 'n', iat: 1000, exp: 1300, origin: ORIGIN } as ChallengeClaims
const claims = (changes: Partial<EvidenceClaims> = {}) => ({ eat_nonce: 'n', origin: ORIGIN, iat: 1005, ...changes }) as EvidenceClaims
const check = (changes: Partial<EvidenceClaims>, origin = ORIGIN) => checkBinding(claims(changes), challenge, origin, 1010)
const fault = (error: object) => ({ ok: false, error })

describe('checkBinding', () => {
  it('accepts what was made for this challenge on this page', () => {
    expect(check({}).ok).toBe(true)
  })

  it('refuses another nonce', () => {
    expect(check({ eat_nonce: 'm' })).toEqual(fault({ reason: 'nonce-mismatch' }))
  })

  it('refuses another origin of the evidence or of the request', () => {
    expect(check({ origin: 'https://evil.example' })).toEqual(fault({ reason: 'origin-mismatch', of: 'evidence' }))
    expect(check({}, 'https://evil.example')).toEqual(fault({ reason: 'origin-mismatch', of: 'challenge' }))
  })

  it('takes any time within the challenge’s life, with slack for coarse clocks', () => {
    for (const iat of [990, 1000, 1010, 1020]) expect(check({ iat }).ok, String(iat)).toBe(true)
    for (const iat of [989, 1021]) expect(check({ iat })).toEqual(fault({ reason: 'issued-outside-challenge', iat }))
  })
})
