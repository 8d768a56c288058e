import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INITIAL, K, sha256 } from './sha256.js'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const text = (s: string) => new TextEncoder().encode(s)

describe('sha256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ])('gives the digest of FIPS 180-4’s example %j', (message, digest) => {
    expect(hex(sha256(text(message)))).toBe(digest)
  })

  it('agrees with OpenSSL on any message, block borders included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        expect(hex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'))
      }),
    )
  })

  it('does not change its argument', () => {
    const message = text('abc')
    sha256(message)
    expect(message).toEqual(text('abc'))
  })

  it('derives the constants that FIPS 180-4 lists', () => {
    expect([K[0]! >>> 0, K[63]! >>> 0]).toEqual([0x428a2f98, 0xc67178f2])
    expect(INITIAL.map((x) => x >>> 0)).toEqual([
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ])
  })
})
