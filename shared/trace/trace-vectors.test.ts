import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../base64url.js'
import vectors from '../wire/vectors/trace.json' with { type: 'json' }
import { decodeCommitment } from './commitment.js'
import { openCommitment } from './open-commitment.js'
import { readSlice } from './read-slice.js'
import { leafOf } from './root-from-path.js'
import type { Slice } from './slice.js'
import { commitmentOver, pathOver } from './testing/commit-now.js'
import { traceSumKeys } from './trace-sum-keys.js'
import { sumSlice } from './trace-sums.js'
import { writeBefore, writeSample } from './write-slice.js'

const { nonce, asked } = vectors

/** As the vectors write it: of samples without a place, what they have; of sums, those that are not 0. */
const slices = vectors.slices.map(({ isFine, before, samples, ...rest }) => ({
  ...rest,
  slice: { isFine, before, samples: samples.map((sample) => ({ dx: 0, dy: 0, ...sample })) } as Slice,
}))

function write({ isFine, before, samples }: Slice): Uint8Array {
  const bytes: number[] = []
  writeBefore(bytes, before, isFine)
  for (const sample of samples) writeSample(bytes, sample, isFine)
  return Uint8Array.from(bytes)
}

describe('the vectors of a trace', () => {
  it.each(slices)('have the bytes and the sums of $name', ({ slice, bytes, sums }) => {
    expect(encodeBase64url(write(slice))).toBe(bytes)
    expect(readSlice(write(slice))).toEqual({ ok: true, value: slice })
    const summed = sumSlice(slice).sums
    expect(Object.fromEntries(traceSumKeys.flatMap((key, i) => (summed[i] ? [[key, summed[i]]] : [])))).toEqual(sums)
  })

  it('have slices that follow one another', () => {
    for (const [i, { slice }] of slices.entries()) if (i > 0) expect(slice.before).toEqual(sumSlice(slices[i - 1]!.slice).after)
  })

  it('have what is committed to, and what opens it', () => {
    const leaves = slices.map(({ slice }) => leafOf(write(slice), sumSlice(slice).sums, nonce))
    expect(commitmentOver(leaves)).toBe(vectors.trace)
    expect(pathOver(leaves, asked)).toBe(vectors.path)
    const commitment = decodeCommitment(vectors.trace)
    const revealed = { slices: asked.map((index) => slices[index]!.bytes), path: vectors.path }
    expect(commitment.ok && openCommitment(commitment.value, asked, revealed, nonce).ok).toBe(true)
  })
})
