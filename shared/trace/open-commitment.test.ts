import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from '../base64url.js'
import { scroll } from '../features/testing/traces.js'
import { decodeCommitment } from './commitment.js'
import { openCommitment } from './open-commitment.js'
import { MAX_SLICES } from './slice.js'
import { randomVisit } from './testing/random-visit.js'
import { traceOf } from './testing/trace-of.js'
import { addSums, SUMS } from './trace-sums.js'

const anyVisit = fc.nat().map(randomVisit)

const NONCE = 'kT4yq0mVJp2xNf7uWc1ZRg'
const none: readonly number[] = Array.from({ length: SUMS }, () => 0)

type Committed = ReturnType<ReturnType<typeof traceOf>['commit']>

function commitmentOf({ trace }: Committed) {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return commitment.value
}

const anyAsked = fc.uniqueArray(fc.nat(MAX_SLICES - 1), { minLength: 1, maxLength: 3 })

/** Those of the indices that there are, ascending; the first where there are none of them. */
function within(asked: readonly number[], leaves: number): readonly number[] {
  // The first is folded where there are as many as there may be.
  const there = asked.filter((index) => index < leaves && (index > 0 || leaves < MAX_SLICES)).sort((a, b) => a - b)
  return there.length ? there : [Math.min(leaves - 1, 1)]
}

const anyOpened = fc
  .tuple(anyVisit, anyAsked)
  .map(([events, asked]) => {
    const committed = traceOf(events).commit(NONCE)
    const commitment = commitmentOf(committed)
    const indices = within(asked, commitment.leaves)
    return { commitment, indices, revealed: commitment.leaves ? committed.open(indices) : undefined }
  })
  .filter(({ revealed }) => revealed !== undefined)
  .map(({ commitment, indices, revealed }) => ({ commitment, indices, revealed: revealed! }))

/** The same text with one bit of what it says turned. */
function turned(text: string, bit: number): string {
  const bytes = decodeBase64url(text)
  if (!bytes.ok) throw new Error(bytes.error)
  const at = bit % (8 * bytes.value.length)
  return encodeBase64url(bytes.value.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte)))
}

describe('what was committed to', () => {
  it('opens to the slices that are asked for, and all others add up with them to the totals', () => {
    fc.assert(
      fc.property(anyOpened, ({ commitment, indices, revealed }) => {
        const opened = openCommitment(commitment, indices, revealed, NONCE)
        if (!opened.ok) throw new Error(opened.error)
        const { slices, beside } = opened.value
        expect(slices.map(({ index }) => index)).toEqual(indices)
        expect([...slices, ...beside].reduce((sums, part) => [...addSums(sums, part.sums)], none)).toEqual(commitment.sums)
        expect(beside.reduce((count, { from, to }) => count + to - from, slices.length)).toBe(commitment.leaves)
        for (const [i, { index, slice }] of slices.entries())
          if (slices[i - 1]?.index === index - 1 && commitment.leaves < MAX_SLICES) expect(slice.before).toEqual(slices[i - 1]!.after)
      }),
      { numRuns: 50 },
    )
  })

  it('opens to nothing else: one bit of a slice, of the path or of the commitment', () => {
    fc.assert(
      fc.property(anyOpened, fc.nat(), fc.nat(2), ({ commitment, indices, revealed }, bit, which) => {
        const { slices, path } = revealed
        const i = bit % slices.length
        const other = slices.map((slice, at) => (at === i ? turned(slice, bit) : slice))
        expect(openCommitment(commitment, indices, { slices: other, path }, NONCE).ok).toBe(false)
        if (path) expect(openCommitment(commitment, indices, { slices, path: turned(path, bit) }, NONCE).ok).toBe(false)
        const sums = commitment.sums.map((sum, at) => (at === (bit + which) % commitment.sums.length ? sum + 1 : sum))
        expect(openCommitment({ ...commitment, sums }, indices, revealed, NONCE).ok).toBe(false)
        const hash = commitment.hash.map((byte, at) => (at === bit % commitment.hash.length ? byte ^ (1 << which) : byte))
        expect(openCommitment({ ...commitment, hash }, indices, revealed, NONCE).ok).toBe(false)
        const counts = commitment.counts.map((count, at) => (at === bit % commitment.leaves ? count + 1 : count))
        expect(openCommitment({ ...commitment, counts }, indices, revealed, NONCE).ok).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  it('opens for no other challenge', () => {
    fc.assert(
      fc.property(anyOpened, ({ commitment, indices, revealed }) => {
        expect(openCommitment(commitment, indices, revealed, `${NONCE.slice(0, -1)}A`)).toEqual({ ok: false, error: 'root-wrong' })
      }),
      { numRuns: 20 },
    )
  })

  it('opens to no other index, no fewer, and no more', () => {
    const committed = traceOf(Array.from({ length: 9 }, (_, i) => scroll(2000 * i + i * i))).commit(NONCE)
    const commitment = commitmentOf(committed)
    const revealed = committed.open([3, 4])
    expect(commitment.leaves).toBe(9)
    expect(openCommitment(commitment, [3, 4], revealed, NONCE).ok).toBe(true)
    const { slices, path } = revealed
    expect(openCommitment(commitment, [4, 3], revealed, NONCE).ok || openCommitment(commitment, [2, 3], revealed, NONCE).ok).toBe(false)
    for (const other of [slices.slice(1), [...slices, ...slices], []])
      expect(openCommitment(commitment, [3, 4], { slices: other, path }, NONCE)).toEqual({ ok: false, error: 'slices-malformed' })
    for (const other of ['', `${path}AAAA`, path.slice(0, -4), '?'])
      expect(openCommitment(commitment, [3, 4], { slices, path: other }, NONCE)).toEqual({ ok: false, error: 'path-malformed' })
  })

  it('is refused where it is malformed, whatever it is', () => {
    const { trace } = traceOf([]).commit(NONCE)
    expect(decodeCommitment(trace)).toMatchObject({ ok: true, value: { leaves: 0, counts: [], sums: none } })
    for (const other of ['', '?', `${trace}AAAA`, trace.slice(0, -4), trace.replace(/^A/, '_')])
      expect(decodeCommitment(other)).toEqual({ ok: false, error: 'commitment-malformed' })
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof decodeCommitment(text).ok).toBe('boolean')
      }),
    )
    fc.assert(
      fc.property(fc.base64String(), fc.array(fc.base64String(), { maxLength: 3 }), (path, slices) => {
        expect(
          openCommitment(
            { hash: new Uint8Array(16), sums: none.map(() => 9), leaves: 9, counts: Array(9).fill(10) },
            [2, 3],
            { slices, path },
            NONCE,
          ).ok,
        ).toBe(false)
      }),
    )
  })
})
