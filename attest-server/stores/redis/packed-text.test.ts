import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from './packed-text.js'

const base64url = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url'))

describe('packed text', () => {
  it('is what it was, whatever it was', () => {
    const text = fc.oneof(base64url, fc.string({ unit: 'grapheme' }), fc.constantFrom('', '\0', '\u0001a', 'A', 'AB', 'AA=='))
    fc.assert(fc.property(text, (one) => unpack(pack(one)) === one))
  })

  it('of a thumbprint is a quarter shorter', () => {
    expect(pack('A'.repeat(43))).toHaveLength(33)
    expect(pack('body a')).toHaveLength(7)
  })
})
