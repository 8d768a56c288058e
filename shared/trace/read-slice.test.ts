import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSlice } from './read-slice.js'
import { type Before, EIGHTHS, MAX_SLICE_BYTES, NOTHING_BEFORE, type Sample, type Slice } from './slice.js'
import { randomSamples } from './testing/random-samples.js'
import { MOST_SAMPLE_BYTES, writeBefore, writeSample } from './write-slice.js'

function write({ isFine, before, samples }: Slice): Uint8Array {
  const bytes: number[] = []
  writeBefore(bytes, before, isFine)
  for (const sample of samples) writeSample(bytes, sample, isFine)
  return Uint8Array.from(bytes)
}

const malformed = { ok: false, error: 'slice-malformed' }
const step = (dt: number, dx = 1, dy = 1): Sample => ({ kind: 'step', dt, dx, dy })
const sliceOf = (...samples: readonly Sample[]): Slice => ({ isFine: false, before: NOTHING_BEFORE, samples })

const anyBefore: fc.Arbitrary<Before> = fc.record({
  ...{ age: fc.integer({ min: -1000, max: 1000 }), late: fc.nat(1000) },
  ...{ dx: fc.integer({ min: -32_767, max: 32_767 }), dy: fc.integer({ min: -32_767, max: 32_767 }) },
})

/** Of samples that a second holds, and so many bytes. */
const anySlice: fc.Arbitrary<Slice> = fc
  .record({ before: anyBefore, seed: fc.nat(), isFine: fc.boolean() })
  .map(({ before, seed, isFine }) => {
    const unit = isFine ? EIGHTHS : 1
    const samples = randomSamples(seed, 60).map((sample) => ({ ...sample, dx: sample.dx / unit, dy: sample.dy / unit }))
    let time = 0
    const most = Math.floor((MAX_SLICE_BYTES - 10) / MOST_SAMPLE_BYTES)
    const fits = samples.slice(0, most).filter(({ dt }, i) => {
      const isWithin = i === 0 || time + dt <= 1000
      if (i > 0 && isWithin) time += dt
      return isWithin
    })
    return { isFine, before, samples: fits }
  })

describe('a slice', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(anySlice, (slice) => {
        expect(readSlice(write(slice))).toEqual({ ok: true, value: slice })
      }),
    )
  })

  it('takes three bytes for a step of a usual hand, and two for a key', () => {
    const lengthOf = (...samples: readonly Sample[]) => write(sliceOf(...samples)).length - write(sliceOf()).length
    expect(lengthOf(step(17, -12, 60))).toBe(3)
    expect(lengthOf({ kind: 'key-down', dt: 17, dx: 0, dy: 0 })).toBe(2)
  })

  it('has one spelling: whatever reads is written like this', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), anySlice.map(write)), fc.nat(), fc.nat(255), (bytes, at, byte) => {
        const other = bytes.map((old, i) => (i === at % bytes.length ? byte : old))
        const slice = readSlice(other)
        if (slice.ok) expect(write(slice.value)).toEqual(other)
        else expect(slice).toEqual(malformed)
      }),
    )
  })

  it.each<readonly [string, Uint8Array]>([
    ['is empty', new Uint8Array()],
    ['has no sample', write(sliceOf())],
    ['breaks off', write(sliceOf(step(0))).slice(0, -1)],
    ['is of a kind that there is none of', Uint8Array.of(0, 0, 0, 0, 1, 10, 1, 1)],
    ['writes a step as another kind', Uint8Array.of(0, 0, 0, 0, 1, 0, 1, 1)],
    ['goes too far at once', write(sliceOf(step(0, 32_768)))],
    ['goes on for more than a second', write(sliceOf(step(5000), step(600), step(401)))],
    ['goes back too far in time', write(sliceOf(step(-1001)))],
    ['follows what cannot be', write({ isFine: false, before: { ...NOTHING_BEFORE, late: 1001 }, samples: [step(0)] })],
    ['is too long', write(sliceOf(...Array.from({ length: 63 }, () => step(0))))],
  ])('is none where it %s', (_, bytes) => {
    expect(readSlice(bytes)).toEqual(malformed)
  })

  it('may begin after any silence', () => {
    expect(readSlice(write(sliceOf(step(2 ** 28), step(1000)))).ok).toBe(true)
  })
})
