import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from './base64url.js'
import { checkProof, encodeProof, type PowParameters, powSeed, powTarget, solves, UNFINISHED } from './pow.js'
import vectors from './wire/vectors/pow.json' with { type: 'json' }

const seed = powSeed('challenge', 'thumbprint')
const firstFrom = (start: number, index: number, difficulty: number): number => {
  let nonce = start
  while (!solves(seed, index, nonce, difficulty)) nonce++
  return nonce
}
const replace = (nonces: readonly number[], at: number, nonce: number) => nonces.map((other, i) => (i === at ? nonce : other))
/** Parameters, an honest solution, and which of its sub-puzzles were left undone. */
const work = fc
  .record({
    count: fc.integer({ min: 1, max: 8 }),
    difficulty: fc.double({ min: 1, max: 40, noNaN: true }),
    start: fc.nat(2 ** 31),
    undone: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ count, difficulty, start, undone }) => {
    const nonces = Array.from({ length: count }, (_, i) => (undone[i] ? UNFINISHED : firstFrom(start, i, difficulty)))
    return { pow: { count, difficulty } as PowParameters, nonces }
  })

describe('proof of work', () => {
  it.each(vectors.vectors)('agrees with another implementation: $name', ({ challenge, thumbprint, seed, pow, proof, expect: expected }) => {
    expect(encodeBase64url(powSeed(challenge, thumbprint))).toBe(seed)
    const checked = checkProof(proof, powSeed(challenge, thumbprint), pow)
    expect(checked).toEqual(expected.ok ? { ok: true, value: expected.share } : { ok: false, error: expected.error })
  })

  it('gives credit for exactly the share that was done', () => {
    fc.assert(
      fc.property(work, ({ pow, nonces }) => {
        const done = nonces.filter((nonce) => nonce !== UNFINISHED).length
        expect(checkProof(encodeProof(nonces), seed, pow)).toEqual({ ok: true, value: done / pow.count })
      }),
    )
  })

  it('never gives less credit for more work', () => {
    fc.assert(
      fc.property(work, fc.nat(7), ({ pow, nonces }, at) => {
        const i = at % pow.count
        const more = replace(nonces, i, firstFrom(0, i, pow.difficulty))
        const less = replace(nonces, i, UNFINISHED)
        const credit = (these: number[]) => checkProof(encodeProof(these), seed, pow) as { ok: true; value: number }
        expect(credit(more).value).toBeGreaterThan(credit(less).value)
      }),
    )
  })

  it('refuses a proof as soon as one claimed nonce does not solve', () => {
    fc.assert(
      fc.property(work, fc.nat(7), fc.nat(UNFINISHED - 1), ({ pow, nonces }, at, other) => {
        const i = at % pow.count
        fc.pre(!solves(seed, i, other, pow.difficulty))
        expect(checkProof(encodeProof(replace(nonces, i, other)), seed, pow)).toEqual({ ok: false, error: 'proof-wrong' })
      }),
    )
  })

  it('refuses every proof of another length or alphabet', () => {
    fc.assert(
      fc.property(work, fc.string({ minLength: 1, maxLength: 4 }), ({ pow, nonces }, extra) => {
        expect(checkProof(encodeProof(nonces) + extra, seed, pow).ok).toBe(false)
        expect(checkProof(encodeProof(nonces.slice(1)), seed, pow)).toEqual({ ok: false, error: 'proof-malformed' })
        expect(checkProof('', seed, pow)).toEqual({ ok: false, error: 'proof-malformed' })
      }),
    )
  })

  it('binds the work to the challenge, the device key and the sub-puzzle', () => {
    const nonce = firstFrom(0, 0, 5000)
    expect(solves(powSeed('challengf', 'thumbprint'), 0, nonce, 5000)).toBe(false)
    expect(solves(powSeed('challenge', 'thumbprinu'), 0, nonce, 5000)).toBe(false)
    expect(solves(seed, 1, nonce, 5000)).toBe(false)
  })

  it('has a target for every difficulty that falls as it rises', () => {
    expect(powTarget(1)).toBe(0xffff_ffff)
    expect(powTarget(2 ** 31)).toBe(2)
    fc.assert(
      fc.property(fc.double({ min: 1, max: 2 ** 31, noNaN: true }), fc.double({ min: 1, max: 2 ** 31, noNaN: true }), (a, b) => {
        expect(powTarget(Math.max(a, b))).toBeLessThanOrEqual(powTarget(Math.min(a, b)))
      }),
    )
  })

  it('writes nonces as four big-endian bytes each', () => {
    expect(decodeBase64url(encodeProof([1, UNFINISHED, 0x01020304]))).toEqual({
      ok: true,
      value: Uint8Array.of(0, 0, 0, 1, 255, 255, 255, 255, 1, 2, 3, 4),
    })
  })
})
