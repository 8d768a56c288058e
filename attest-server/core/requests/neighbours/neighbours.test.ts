import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepNeighbours, restoreNeighbours } from './keep-neighbours.js'
import { replayLabels } from './label-of.js'
import { leaveOneOut } from './leave-one-out.js'
import { NeighbourIndex, neighbourLimits, type RequestLabel } from './neighbour-index.js'
import { tokenSet } from './testing/token-set.js'
import { jaccard, type TokenSet } from './token-set.js'

const NOW = 1_795_000_000
const limits = neighbourLimits

/** Sets as requests make them: of one kind each, with one or two tokens of their own. */
const kinds = Array.from({ length: 8 }, (_, kind) => Array.from({ length: 22 }, (_, i) => `kind-${kind}-${i}`))
const requestSet = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }), fc.integer({ min: 18, max: 22 }))
  .map(([kind, own, length]) => tokenSet([...kinds[kind]!.slice(0, length), ...own.map((i) => `own-${i}`)]))
const label: fc.Arbitrary<RequestLabel> = fc.record({ invalid: fc.boolean(), converted: fc.boolean() }, { requiredKeys: [] })
const labelled = fc.array(fc.tuple(requestSet, label), { maxLength: 80 })

type Many = readonly (readonly [TokenSet, RequestLabel])[]

function indexOf(many: Many, changes: Partial<typeof limits> = {}): NeighbourIndex {
  const index = new NeighbourIndex({ ...limits, ...changes })
  for (const [i, [tokens, one]] of many.entries()) {
    index.remember(`r${i}`, tokens, NOW + i)
    index.label(`r${i}`, one, NOW + i)
  }
  return index
}

/** The same by looking at everything. */
function bruteForce(many: Many, tokens: TokenSet) {
  const near = many.filter(([other]) => jaccard(tokens, other) >= limits.similarity).map(([, one]) => one)
  const count = (is: (one: RequestLabel) => boolean) => near.filter(is).length
  return {
    inv: count(({ invalid }) => invalid === true),
    ok: count(({ invalid }) => invalid === false),
    converted: count(({ converted }) => converted === true),
    unconverted: count(({ converted }) => converted === false),
  }
}

describe('the neighbours of a request', () => {
  it('are never more than looking at everything finds, nor, over many look-ups, noticeably fewer', () => {
    let found = 0
    let all = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(requestSet, label), { minLength: 40, maxLength: 80 }), requestSet, (many, tokens) => {
        const { near } = indexOf(many).query(tokens)
        const truth = bruteForce(many, tokens)
        for (const key of ['inv', 'ok', 'converted', 'unconverted'] as const) expect(near[key]).toBeLessThanOrEqual(truth[key])
        found += near.inv + near.ok
        all += truth.inv + truth.ok
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(all).toBeGreaterThan(500)
    expect(found / all).toBeGreaterThan(0.99)
  })

  it('always count what is exactly alike', () => {
    fc.assert(
      fc.property(labelled, requestSet, fc.integer({ min: 1, max: 20 }), (many, tokens, times) => {
        const same = Array.from({ length: times }, () => [tokens, { invalid: true }] as const)
        expect(indexOf([...many, ...same]).query(tokens).near.inv).toBeGreaterThanOrEqual(times)
      }),
    )
  })

  it('do not depend on the order in which they came, nor on what was forgotten since', () => {
    fc.assert(
      fc.property(labelled, requestSet, (many, tokens) => {
        const there = indexOf(many)
        expect(indexOf([...many].reverse()).query(tokens)).toEqual(there.query(tokens))
        for (let i = 0; i < many.length; i += 2) there.label(`r${i}`, {}, NOW + 100 + i)
        there.evict(NOW + 1000)
        expect(there.query(tokens)).toEqual(indexOf(many).query(tokens))
      }),
    )
  })

  it('leave out the one that is asked about', () => {
    const tokens = tokenSet(kinds[0]!)
    const index = indexOf([
      [tokens, { invalid: true }],
      [tokens, { invalid: false, converted: true }],
    ])
    expect(index.query(tokens).near).toEqual({ inv: 1, ok: 1, converted: 1, unconverted: 0 })
    const without = { inv: 0, ok: 1, converted: 1, unconverted: 0 }
    expect(index.query(tokens, 'r0')).toEqual({ near: without, all: without })
    // Asked about by a set that is not quite the one that was labelled, it is left out all the same.
    expect(index.query(tokenSet(kinds[0]!.slice(1)), 'r0')).toEqual({ near: without, all: without })
    expect(index.query(tokens, 'stranger')).toEqual(index.query(tokens))
  })
})

describe('the index', () => {
  const tokens = tokenSet(kinds[0]!)

  it('takes a later word for the earlier, and adds one on another matter', () => {
    const index = indexOf([[tokens, { invalid: true }]])
    index.label('r0', { converted: false }, NOW)
    expect(index.totals).toEqual({ inv: 1, ok: 0, converted: 0, unconverted: 1 })
    index.label('r0', { invalid: false }, NOW)
    expect(index.totals).toEqual({ inv: 0, ok: 1, converted: 0, unconverted: 1 })
  })

  it('knows no label of a request that it has not seen, or not any more', () => {
    const index = new NeighbourIndex({ ...limits, pending: 2 })
    for (const id of ['a', 'b', 'c']) index.remember(id, tokens, NOW)
    expect(['a', 'b', 'x'].map((id) => index.label(id, { invalid: true }, NOW))).toEqual([false, true, false])
  })

  it('forgets one request to the last trace, labelled or not', () => {
    const index = indexOf([[tokens, { invalid: true }]])
    index.remember('waits', tokens, NOW)
    expect([index.forget('r0'), index.forget('waits'), index.forget('r0')]).toEqual([true, true, false])
    expect(index.sizes).toEqual({ pending: 0, labelled: 0, profiles: 0 })
    expect(index.label('waits', { invalid: true }, NOW)).toBe(false)
  })

  it('does not come back under another seed: its sets would mean nothing', () => {
    const index = new NeighbourIndex(limits, 7)
    expect(restoreNeighbours(keepNeighbours(index), 7).ok).toBe(true)
    expect(restoreNeighbours(keepNeighbours(index), 8).ok).toBe(false)
    expect(jaccard(tokenSet(kinds[0]!, 7), tokenSet(kinds[0]!, 8))).toBeLessThan(0.1)
  })

  it('is told what was reported since it was kept, the latest word last', () => {
    const index = indexOf([[tokens, { invalid: true }]])
    replayLabels(index, [
      { subject: 'r0', label: 'person', at: NOW + 2 },
      { subject: 'r0', label: 'bot', at: NOW + 1 },
      { subject: 'r0', label: 'converted', at: NOW },
      { subject: 'stranger', label: 'bot', at: NOW },
    ])
    expect(index.totals).toEqual({ inv: 0, ok: 1, converted: 1, unconverted: 0 })
  })

  it('forgets the oldest first, and what is too old, to the last trace', () => {
    const many = Array.from({ length: 30 }, (_, i) => [tokenSet([...kinds[i % 8]!, `n${i}`]), { invalid: i % 2 === 0 }] as const)
    const index = indexOf(many, { labels: 10, age: 100 })
    expect(index.sizes).toEqual({ pending: 0, labelled: 10, profiles: 10 })
    expect(index.totals).toMatchObject({ inv: 5, ok: 5 })
    index.evict(NOW + 1000)
    expect(index.sizes).toEqual({ pending: 0, labelled: 0, profiles: 0 })
    expect(index.totals).toEqual({ inv: 0, ok: 0, converted: 0, unconverted: 0 })
  })

  it('keeps one profile for all that are alike', () => {
    expect(indexOf(Array.from({ length: 50 }, () => [tokens, { invalid: true }] as const)).sizes).toMatchObject({
      labelled: 50,
      profiles: 1,
    })
  })

  it('comes back from JSON as it was', () => {
    fc.assert(
      fc.property(labelled, requestSet, (many, asked) => {
        const index = indexOf(many)
        const restored = restoreNeighbours(JSON.parse(JSON.stringify(keepNeighbours(index))), 0)
        expect(restored.ok && restored.value.totals).toEqual(index.totals)
        expect(restored.ok && restored.value.query(asked)).toEqual(index.query(asked))
      }),
    )
  })

  it('comes back from nothing else', () => {
    const { check } = keepNeighbours(new NeighbourIndex())
    for (const value of [
      null,
      {},
      { version: 1, check, labelled: [] },
      { version: 2, check: check ^ 1, labelled: [] },
      { version: 2, check, labelled: [['a', 1, {}, [-1]]] },
      { version: 2, check, labelled: [[1]] },
    ]) {
      expect(restoreNeighbours(value, 0).ok, JSON.stringify(value)).toBe(false)
    }
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        (entries) => typeof restoreNeighbours({ version: 2, check, labelled: entries }, 0).ok === 'boolean',
      ),
    )
  })

  it('tells by leaving one out whether look-alikes know more than the base rate', () => {
    const telling = Array.from({ length: 120 }, (_, i) => [tokenSet([...kinds[i % 2]!, `n${i % 5}`]), { invalid: i % 2 === 0 }] as const)
    const { judged, base, neighbours } = leaveOneOut(indexOf(telling))
    expect(judged).toBe(120)
    expect(neighbours).toBeLessThan(base / 2)
    const noise = telling.map(([set], i) => [set, { invalid: Math.floor(i / 2) % 2 === 0 }] as const)
    const told = leaveOneOut(indexOf(noise))
    expect(told.neighbours).toBeGreaterThan(told.base * 0.95)
  })
})
