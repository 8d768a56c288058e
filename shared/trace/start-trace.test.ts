import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url } from '../base64url.js'
import type { InputEvent } from '../features/input-event.js'
import { startTally } from '../features/reading/tally.js'
import { down, keyDown, move, scroll, submit, up } from '../features/testing/traces.js'
import { decodeCommitment } from './commitment.js'
import { countOf, tallyOfKinds } from './follows.js'
import { readSlice } from './read-slice.js'
import { MAX_SLICE_BYTES, MAX_SLICES, type Slice } from './slice.js'
import { startTrace } from './start-trace.js'
import { type CommittedNow, commitNow } from './testing/commit-now.js'
import { randomVisit } from './testing/random-visit.js'
import { traceOf } from './testing/trace-of.js'
import { DURATION } from './trace-sums.js'

const anyVisit = fc.nat().map(randomVisit)

function read({ trace }: CommittedNow) {
  const commitment = decodeCommitment(trace)
  if (!commitment.ok) throw new Error(commitment.error)
  return commitment.value
}

/** Of those that can be revealed. */
function slicesOf(committed: CommittedNow): readonly Slice[] {
  const { leaves } = read(committed)
  const indices = Array.from({ length: leaves }, (_, i) => i).slice(leaves === MAX_SLICES ? 1 : 0)
  return committed.open(indices).slices.map((text) => {
    const bytes = decodeBase64url(text)
    const slice = bytes.ok ? readSlice(bytes.value) : bytes
    if (!slice.ok) throw new Error(slice.error)
    return slice.value
  })
}

const samplesOf = (events: readonly InputEvent[]) => slicesOf(traceOf(events).commit('n')).flatMap(({ samples }) => samples)

describe('a trace', () => {
  it('says of an event when it was and how far it went, from the one before', () => {
    expect(
      samplesOf([move(900.4, 500, 300), move(916.6, 507, 299), keyDown(1000, 7, { upper: true }), scroll(1003), submit(1004)]),
    ).toEqual([
      { kind: 'move', dt: 0, dx: 0, dy: 0 },
      { kind: 'step', dt: 17, dx: 7, dy: -1 },
      { kind: 'key-down', dt: 83, dx: 0, dy: 0 },
      { kind: 'scroll', dt: 3, dx: 0, dy: 0 },
    ])
  })

  it('is the same wherever on the page and whenever it was', () => {
    const visit = (t: number, x: number) => [move(t, x, x), move(t + 16, x + 9, x - 2), keyDown(t + 30)]
    expect(samplesOf(visit(5, 10))).toEqual(samplesOf(visit(70_000, 900)))
  })

  it('has eighths of a px where pages are zoomed, and whole ones where they are not', () => {
    const visit = (scale: number) => [0, 1, 2, 3].map((i) => move(16 * i, scale * (300 + 5 * i), 200))
    const [whole, fine] = [1, 0.8].map((scale) => slicesOf(traceOf(visit(scale)).commit('n')))
    expect(whole!.map(({ isFine, samples }) => [isFine, samples.map(({ dx }) => dx)])).toEqual([[false, [0, 5, 5, 5]]])
    expect(fine!.map(({ isFine }) => isFine)).toEqual([false])
    const odd = slicesOf(traceOf(visit(2 / 3)).commit('n'))
    expect(odd.map(({ isFine }) => isFine)).toEqual([false, true])
    expect(odd[1]!.samples.map(({ dx }) => dx)).toEqual([3.375, 3.25, 3.375])
  })

  it('knows a move to the same place from one that begins', () => {
    const kinds = (...events: readonly InputEvent[]) => samplesOf(events).map(({ kind }) => kind)
    expect(kinds(keyDown(0), move(9, 5, 5), move(18, 5, 5), move(27, 9, 9))).toEqual(['key-down', 'move', 'still', 'step'])
    expect(kinds(move(0, 5, 5), down(10, 9, 9), up(90, 'mouse', { x: 9, y: 9 }), move(500, 9, 9))).toEqual(['move', 'down', 'up', 'move'])
  })

  it('leaves out what a script made', () => {
    expect(samplesOf([move(0, 1, 1), move(10, 9, 9, { trusted: false }), keyDown(20)])).toHaveLength(2)
  })

  it('counts what the tally counts, to the last one', () => {
    fc.assert(
      fc.property(anyVisit, (events) => {
        const tally = startTally()
        for (const event of events) tally.push(event)
        const counted = tally.read(0)
        const { sums } = read(traceOf(events).commit('n'))
        for (const [key, kinds] of Object.entries(tallyOfKinds))
          expect(countOf(sums, kinds), key).toBe(counted[key as keyof typeof tallyOfKinds])
      }),
      { numRuns: 50 },
    )
  })

  it('takes as long as the visit, from its first event to its latest', () => {
    fc.assert(
      fc.property(anyVisit, (events) => {
        const times = events.filter(({ trusted }) => trusted).map(({ t }) => t)
        const { sums } = read(traceOf(events).commit('n'))
        expect(sums[DURATION]).toBe(times.length ? Math.max(...times) - times[0]! : 0)
      }),
      { numRuns: 50 },
    )
  })

  it('has slices of a second at most, which follow one another, and as many as may be', () => {
    fc.assert(
      fc.property(anyVisit, (events) => {
        const slices = slicesOf(traceOf(events).commit('n'))
        expect(slices.length).toBeLessThanOrEqual(MAX_SLICES)
        for (const { samples } of slices) {
          const time = samples.slice(1).reduce((sum, { dt }) => sum + dt, 0)
          expect(time).toBeLessThanOrEqual(1000)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('has the same totals however often it was committed to', () => {
    fc.assert(
      fc.property(anyVisit, fc.integer({ min: 5, max: 60 }), (events, every) => {
        const { push, commit } = traceOf([])
        for (const [i, event] of events.entries()) {
          push(event)
          if (i % every === 0) commit('n')
        }
        expect(read(commit('n')).sums).toEqual(read(traceOf(events).commit('n')).sums)
      }),
      { numRuns: 20 },
    )
  })

  it('opens what was committed to, whatever has happened since', () => {
    const { push, commit } = traceOf(Array.from({ length: 100 }, (_, i) => scroll(2000 * i)))
    const committed = commit('n')
    const before = committed.open([1, 2])
    for (let i = 100; i < 200; i++) push(scroll(2000 * i + i))
    expect(committed.open([1, 2])).toEqual(before)
    expect(commit('n').trace).not.toBe(committed.trace)
  })

  it('is bounded: of what is too much, the sums alone are kept', () => {
    const committed = traceOf(Array.from({ length: 5000 }, (_, i) => move(17 * i, 300 + 200 * Math.sin(i / 9), 300))).commit('n')
    const { leaves, sums } = read(committed)
    expect(leaves).toBe(MAX_SLICES)
    expect(countOf(sums, ['step', 'move'])).toBe(5000)
    expect(committed.trace.length).toBeLessThanOrEqual(200)
    const { slices } = committed.open([1, 2, 63])
    for (const slice of slices) expect((slice.length * 3) / 4).toBeLessThanOrEqual(MAX_SLICE_BYTES)
    expect(committed.open([0]).slices).toEqual([''])
  })

  it('forgets first where least was done, and says how much was where', () => {
    const bursts = Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: i % 3 === 0 ? 20 : 1 }, (_, j) => move(2000 * i + 16 * j, 300 + 9 * j * (1 + (i % 5)), 300)),
    ).flat()
    const { leaves, counts, sums } = read(traceOf(bursts).commit('n'))
    expect(leaves).toBe(MAX_SLICES)
    // 34 walks of 18 steps, the first of 19; all that was forgotten, and what is left besides, were single moves.
    expect(counts[0]).toBe(0)
    expect(counts.filter((count) => count >= 18)).toHaveLength(34)
    expect(counts.reduce((all, count) => all + count, 0)).toBe(countOf(sums, ['step']))
  })

  it('takes what no browser says: it stays a trace', () => {
    const odd = [Number.NaN, Infinity, -Infinity, 1e300, -5, 2 ** 40]
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...odd, 10, 20), fc.constantFrom(...odd, 1, 2)), { maxLength: 20 }), (places) => {
        const { push, end } = startTrace()
        for (const [t, x] of places) push(move(t, x, -x), true)
        const committed = commitNow(end(), 'n')
        expect(slicesOf(committed).flatMap(({ samples }) => samples)).toHaveLength(places.length)
        expect(read(committed).sums.every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})
