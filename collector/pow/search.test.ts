import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { powTarget, solves } from '../../shared/pow.js'
import { K } from '../../shared/sha256.js'
import { puzzleOf } from './puzzle.js'
import { search } from './search.js'

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })

function searchFor(seed: Uint8Array, index: number, difficulty: number, from: number, to: number): number {
  const view = new DataView(seed.buffer, seed.byteOffset)
  const { state, words } = puzzleOf(
    Int32Array.from({ length: 8 }, (_, i) => view.getInt32(4 * i)),
    index,
  )
  return search(K, state, words, powTarget(difficulty), from, to)
}

describe('search', () => {
  it('finds exactly the first nonce that the verifier accepts, for any seed, index and start', () => {
    fc.assert(
      fc.property(seeds, fc.nat(63), fc.nat(2 ** 30), fc.integer({ min: 1, max: 60 }), (seed, index, from, difficulty) => {
        const to = from + 200
        const nonces = Array.from({ length: to - from }, (_, i) => from + i)
        const first = nonces.find((nonce) => solves(seed, index, nonce, difficulty)) ?? -1
        expect(searchFor(seed, index, difficulty, from, to)).toBe(first)
      }),
    )
  })

  it('reads the nonce as an unsigned 32-bit number', () => {
    const seed = new Uint8Array(32).fill(5)
    const found = searchFor(seed, 0, 50, 0xffff_0000, 0xffff_1000)
    expect(found).toBeGreaterThan(0x8000_0000)
    expect(solves(seed, 0, found, 50)).toBe(true)
  })

  it('gives -1 where no nonce in the range solves', () => {
    expect(searchFor(new Uint8Array(32), 0, 2 ** 31, 0, 50)).toBe(-1)
    expect(searchFor(new Uint8Array(32), 0, 1, 7, 7)).toBe(-1)
  })

  it('finds about as many solutions as the difficulty says', () => {
    const seed = new Uint8Array(32).fill(9)
    let solutions = 0
    for (let at = 0; at < 100_000 && at >= 0; solutions++) at = searchFor(seed, 0, 100, at, 100_000) + 1 || -1
    // 1000 expected, standard deviation 32.
    expect(solutions).toBeGreaterThan(850)
    expect(solutions).toBeLessThan(1150)
  })
})
