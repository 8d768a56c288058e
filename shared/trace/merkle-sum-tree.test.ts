import { describe, expect, it } from 'vitest'
import { EMPTY, innerInput, leafInput } from './merkle-sum-tree.js'
import { MAX_SLICE_BYTES } from './slice.js'

/** Longer than a challenge's: that has 22 letters. */
const NONCE = new Uint8Array(64)

describe('what is hashed', () => {
  it('is longer for a node than for any leaf, so that neither passes for the other', () => {
    expect(innerInput(EMPTY, EMPTY).length).toBeGreaterThan(leafInput(new Uint8Array(MAX_SLICE_BYTES), NONCE).length)
  })

  it('differs where a sum or a hash does, on either side', () => {
    const sums = EMPTY.sums.map((sum, i) => sum + Number(i === 3))
    const hash = EMPTY.hash.map((byte, i) => byte + Number(i === 15))
    const others = [
      { ...EMPTY, sums },
      { ...EMPTY, hash },
    ].flatMap((other) => [innerInput(other, EMPTY), innerInput(EMPTY, other)])
    const texts = [innerInput(EMPTY, EMPTY), ...others].map((text) => text.join())
    expect(new Set(texts).size).toBe(5)
  })
})
