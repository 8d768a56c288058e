import { describe, expect, it } from 'vitest'
import { liveKeyOf, siteKeyOfLive } from './live-key.js'
import { SITE_KEY } from './names.js'

describe('a site key as detectip’s clients write it', () => {
  it('is a site key by its looks, and leads back', () => {
    const siteKey = 'pk_AAAAAAAAAAAAAAAAAAAAAA'
    expect(liveKeyOf(siteKey)).toBe('pk_live_AAAAAAAAAAAAAAAAAAAAAA')
    expect(liveKeyOf(siteKey)).toMatch(SITE_KEY)
    expect([siteKeyOfLive(liveKeyOf(siteKey)), siteKeyOfLive(siteKey)]).toEqual([siteKey, undefined])
  })
})
