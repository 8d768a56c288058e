import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, type Observation, type ObservationId, type Observations, seen, unsupported } from '../observation.js'
import { score } from './score.js'
import type { Engine, Scorecard } from './scorecard.js'

const row = (id: ObservationId, family: string, llrs: readonly [below: number, llr: number][], missing = 0) => ({
  id,
  family,
  bins: llrs.map(([below, llr]) => ({ below, llr })),
  missing,
  source: 'test',
})

const card: Scorecard = {
  version: 'test-1',
  prior: -2,
  takesBack: Infinity,
  causes: {},
  families: {
    driver: { engine: 'automation', min: -1, max: 3 },
    movement: { engine: 'behaviour', min: -4, max: 4 },
    network: { engine: 'heuristic', min: 0, max: 2 },
  },
  rows: [
    row('tell.a', 'driver', [
      [1, -0.1],
      [Infinity, 2.5],
    ]),
    row(
      'tell.b',
      'driver',
      [
        [1, -0.1],
        [Infinity, 2.5],
      ],
      0.4,
    ),
    row('input.c', 'movement', [
      [0, 3],
      [10, 0],
      [Infinity, -2],
    ]),
    row('net.d', 'network', [
      [1, 0],
      [Infinity, 5],
    ]),
  ],
  hardRules: [
    { name: 'driver-says-so', id: 'tell.a', atLeast: 1 },
    { name: 'many', id: 'input.c', atLeast: 100 },
  ],
}

const observations = (facts: Record<string, Observation>): Observations => new Map(Object.entries(facts)) as Observations
const scalar = fc.oneof(fc.boolean(), fc.double(), fc.integer(), fc.string())
const observation = fc.oneof(scalar.map(seen), fc.constant(unsupported), fc.constant(failed('x')))
const anything = fc.dictionary(fc.constantFrom('tell.a', 'tell.b', 'input.c', 'net.d', 'tell.unknown'), observation).map(observations)

describe('score', () => {
  it('starts from the prior, and absence weighs only what its row says', () => {
    expect(score(new Map(), card)).toMatchObject({ llr: -1.6, hard: [], contributions: [{ id: 'tell.b', llr: 0.4 }] })
    expect(score(observations({ 'tell.b': seen(false), 'tell.a': unsupported, 'input.c': failed('timeout') }), card).llr).toBeCloseTo(-2.1)
  })

  it('takes the first bin that is above the value', () => {
    const llrOf = (value: number) => score(observations({ 'input.c': seen(value), 'tell.b': seen(0) }), card).engines.behaviour
    expect([-5, 0, 9.99, 10, 1e9].map(llrOf)).toEqual([3, 0, 0, -2, -2])
  })

  it('counts correlated tells once: a family goes no further than its limits', () => {
    const report = score(observations({ 'tell.a': seen(true), 'tell.b': seen(true) }), card)
    expect(report.families.get('driver')).toBe(3)
    expect(report.engines).toEqual({ automation: 3, behaviour: 0, heuristic: 0 })
    expect(report.contributions.map(({ llr }) => llr)).toEqual([2.5, 2.5])
  })

  it('gives back what behaviour would take back beyond its limit, and shows every engine as it is', () => {
    const limited = { ...card, takesBack: 0.5 }
    const copied = observations({ 'tell.a': seen(true), 'tell.b': seen(0), 'input.c': seen(50) })
    expect(score(copied, card)).toMatchObject({ givenBack: 0, engines: { automation: 2.4, behaviour: -2, heuristic: 0 } })
    expect(score(copied, limited)).toMatchObject({ givenBack: 1.5, engines: { automation: 2.4, behaviour: -2, heuristic: 0 } })
    expect(score(copied, limited).llr).toBeCloseTo(-2 + 2.4 - 2 + 1.5)
  })

  it('gives back all that behaviour says for a person where that is in doubt, and nothing it says for a bot', () => {
    const doubting = { ...card, doubts: { id: 'tell.a' as const, from: 1, below: Infinity } }
    const hand = (value: number, doubted: Observation) => observations({ 'tell.a': doubted, 'tell.b': seen(0), 'input.c': seen(value) })
    expect(score(hand(50, seen(true)), doubting)).toMatchObject({ givenBack: 2, engines: { behaviour: -2 } })
    expect(score(hand(-1, seen(true)), doubting)).toMatchObject({ givenBack: 0, engines: { behaviour: 3 } })
    for (const plain of [seen(false), unsupported]) expect(score(hand(50, plain), doubting).givenBack).toBe(0)
  })

  it('turns ln odds into a probability', () => {
    const { llr, posterior } = score(observations({ 'tell.a': seen(true), 'tell.b': seen(false) }), card)
    expect(posterior).toBeCloseTo(Math.exp(llr) / (1 + Math.exp(llr)), 12)
  })

  it('lists contributions with the heaviest first', () => {
    const { contributions } = score(observations({ 'tell.a': seen(1), 'tell.b': seen(0), 'input.c': seen(-1), 'net.d': seen(1) }), card)
    expect(contributions.map(({ id }) => id)).toEqual(['net.d', 'input.c', 'tell.a', 'tell.b'])
  })

  it('says with a contribution on what it depended', () => {
    const when = [{ id: 'net.d' as const, from: 0, below: 1 }]
    const depends = { ...card, rows: card.rows.map((one) => (one.id === 'input.c' ? { ...one, when } : one)) }
    const facts = { 'input.c': seen(-1), 'tell.b': seen('') }
    expect(score(observations({ ...facts, 'net.d': seen(0) }), depends).contributions[0]).toEqual({
      id: 'input.c',
      when,
      family: 'movement',
      llr: 3,
    })
    expect(score(observations(facts), depends).engines.behaviour).toBe(0)
  })

  it('names the hard rules that were hit, and does not take absence or text for a hit', () => {
    expect(score(observations({ 'tell.a': seen(true), 'input.c': seen(100) }), card).hard).toEqual(['driver-says-so', 'many'])
    expect(score(observations({ 'tell.a': unsupported, 'input.c': seen('1000') }), card).hard).toEqual([])
  })

  it('weighs unknown ids nothing, and text and NaN as absent', () => {
    const bare = score(new Map(), card).llr
    expect(score(observations({ 'tell.unknown': seen(true) }), card).llr).toBe(bare)
    expect(score(observations({ 'tell.b': seen('yes'), 'input.c': seen(Number.NaN) }), card).llr).toBe(bare)
  })

  it('stays a probability, adds up, and does not depend on the order, whatever is observed', () => {
    fc.assert(
      fc.property(anything, (facts) => {
        const report = score(facts, card)
        const { engines, givenBack } = report
        const { automation, behaviour, heuristic } = engines
        expect(report.posterior).toBeGreaterThan(0)
        expect(report.posterior).toBeLessThan(1)
        expect(report.llr).toBeCloseTo(card.prior + automation + behaviour + heuristic + givenBack, 12)
        expect(score(new Map([...facts].reverse()), card)).toEqual(report)
      }),
    )
  })

  it('never leaves the limits of the families', () => {
    const highest = card.prior + 3 + 4 + 2
    const lowest = card.prior - 1 - 4 + 0
    fc.assert(
      fc.property(anything, (facts) => {
        const { llr } = score(facts, card)
        expect(llr).toBeLessThanOrEqual(highest)
        expect(llr).toBeGreaterThanOrEqual(lowest)
      }),
    )
  })
})

describe('behaviour against the other engines', () => {
  const ids = { automation: 'tell.a', heuristic: 'net.d', behaviour: 'input.c' } as const
  /** Each engine says one number. */
  const weigh = (sums: Record<Engine, number>, limit = 2) => {
    const rows = engines.map((engine) => row(ids[engine] as ObservationId, engine, [[Infinity, sums[engine]]]))
    const families = Object.fromEntries(engines.map((engine) => [engine, { engine, min: -9, max: 9 }]))
    const all = observations(Object.fromEntries(rows.map(({ id }) => [id, seen(1)])))
    return score(all, { version: 'test-2', prior: -2, takesBack: limit, causes: {}, families, rows, hardRules: [] })
  }
  const engines = ['automation', 'heuristic', 'behaviour'] as const
  const llr = fc.double({ min: -8, max: 8, noNaN: true })
  const sums = fc.record({ automation: llr, heuristic: llr, behaviour: llr })
  const limit = fc.double({ min: 0, max: 5, noNaN: true })

  it('counts in full where these say nothing for a bot', () => {
    fc.assert(
      fc.property(sums, limit, (all, limit) => {
        fc.pre(all.automation + all.heuristic <= 0)
        expect(weigh(all, limit)).toMatchObject({ givenBack: 0, llr: expect.closeTo(-2 + all.automation + all.heuristic + all.behaviour) })
      }),
    )
  })

  it('takes back no more of them than the limit, however much it says for a person', () => {
    fc.assert(
      fc.property(sums, limit, (all, limit) => {
        const others = all.automation + all.heuristic
        fc.pre(others >= -all.behaviour)
        expect(weigh(all, limit).llr).toBeGreaterThanOrEqual(-2 + others - limit - 1e-9)
      }),
    )
  })

  it('adds up as ever where it speaks for a bot, too', () => {
    fc.assert(
      fc.property(sums, (all) => {
        expect(weigh({ ...all, behaviour: Math.abs(all.behaviour) }).givenBack).toBe(0)
      }),
    )
  })

  it.each(engines)('lets more in %s never make it less, and a little never make it much more', (engine) => {
    const step = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(sums, limit, step, (all, limit, step) => {
        const more = weigh({ ...all, [engine]: all[engine] + step }, limit).llr - weigh(all, limit).llr
        expect(more).toBeGreaterThanOrEqual(-1e-9)
        expect(more).toBeLessThanOrEqual(2 * step + 1e-9)
      }),
    )
  })
})
