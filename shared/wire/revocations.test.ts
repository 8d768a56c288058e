import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { packDigests, revocationDigest, unpackDigests } from './revocations.js'

const unpacked = (text: string) => {
  const digests = unpackDigests(text)
  return digests.ok ? [...digests.value] : digests.error
}

describe('an entry of the list', () => {
  it('is what the page about the verdict says: eight bytes of SHA-256 of kind, site key and value', () => {
    const expected = createHash('sha256').update('sub pk_shop sess_1').digest('hex').slice(0, 16)
    expect(revocationDigest('sub', 'pk_shop', 'sess_1')).toBe(expected)
  })
  it('is another for another kind, site key or value', () => {
    const entries = [
      revocationDigest('sub', 'pk_a', 'x'),
      revocationDigest('jti', 'pk_a', 'x'),
      revocationDigest('sub', 'pk_b', 'x'),
      revocationDigest('sub', 'pk_a', 'y'),
      revocationDigest('kid', '', 'x'),
    ]
    expect(new Set(entries).size).toBe(entries.length)
  })
})

describe('packed entries', () => {
  const digests = ['ffffffffffffffff', '0000000000000001', '7f00000000000000']

  it('are sorted bytes, each once, and come back', () => {
    const packed = packDigests([...digests, digests[0]!])
    expect(packed).toHaveLength(32)
    expect(unpacked(packed)).toEqual(['0000000000000001', '7f00000000000000', 'ffffffffffffffff'])
  })
  it('may be none', () => {
    expect(packDigests([])).toBe('')
    expect(unpacked('')).toEqual([])
  })
  it.each(['A', 'AAAA', 'AAAAAAAAAAA=', 'not base64url', 'AAAAAAAAAAB'])('are nothing else: %s', (text) => {
    expect(unpacked(text)).toBe('malformed')
  })
  it('of thousands are unpacked at once', () => {
    const many = Array.from({ length: 5000 }, (_, i) => revocationDigest('jti', 'pk_shop', `${i}`))
    expect(unpacked(packDigests(many))).toEqual(many.sort())
  })
})
