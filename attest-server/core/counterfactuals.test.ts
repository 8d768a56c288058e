import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type ObservationId, type Observations, seen } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import type { Family, Row, Scorecard } from '../../shared/scorecard/scorecard.js'
import { serverCard } from '../../shared/scorecard/server-card.js'
import { type Counterfactual, counterfactuals } from './counterfactuals.js'
import { decide } from './policy.js'

const world = (values: Readonly<Record<string, number>>): Observations =>
  new Map(Object.entries(values).map(([id, value]) => [id as ObservationId, seen(value)]))
const why = (values: Readonly<Record<string, number>>) => {
  const all = world(values)
  return counterfactuals(all, score(all, serverCard), serverCard, decide)
}
const actionWithout = (all: Observations, ids: readonly string[]) =>
  decide(score(new Map([...all].filter(([id]) => !ids.includes(id))), serverCard), serverCard)
/** Of a fact, a family, or a cause of families. */
const idsOf = (name: string) =>
  name.includes('.')
    ? [name]
    : serverCard.rows.filter(({ family }) => [family, serverCard.families[family]?.cause].includes(name)).map(({ id }) => id)
const rank = { allow: 0, challenge: 1, block: 2 }

describe('without which a verdict would have been milder', () => {
  it('is nothing for whoever is let through', () => {
    expect(why({})).toEqual([])
    expect(why({ 'tell.runtime-enabled': 1 })).toEqual([])
  })

  it('is the one fact that proved it', () => {
    expect(why({ 'tell.webdriver': 1 })).toEqual([{ without: ['tell.webdriver'], action: 'allow' }])
  })

  it('is two facts together where neither is enough alone', () => {
    expect(why({ 'tell.webdriver': 1, 'tell.frame-webdriver': 1 })).toEqual([
      { without: ['proof'], action: 'allow' },
      { without: ['tell.webdriver', 'tell.frame-webdriver'], action: 'allow' },
    ])
  })

  it('says of a block also without which it would have been a challenge', () => {
    const found = why({ 'tell.webdriver': 1, 'tell.platform': 1, 'tell.notification-permission': 1 })
    expect(found).toContainEqual({ without: ['tell.webdriver'], action: 'challenge' })
    expect(found).toContainEqual({ without: ['disguise', 'tell.webdriver'], action: 'allow' } satisfies Counterfactual)
  })

  it('is a whole cause, where no family of it would do', () => {
    const switched = { 'tell.platform': 1, 'tell.engine': 1, 'tell.frame-identity': 1, 'tell.navigator-natives': 1, 'http.client-hints': 1 }
    expect(why({ ...switched, 'input.press-teleports': 0.6, 'tell.hardened': 0 })).toEqual([{ without: ['identity'], action: 'allow' }])
  })

  it('is each condition under which a fact spoke', () => {
    const when = ['input.b', 'input.c'].map((id) => ({ id: id as ObservationId, from: 1, below: 2 }))
    const family: Family = { engine: 'behaviour', min: 0, max: 5 }
    const row: Row = { ...{ id: 'input.a', family: 'f', when, missing: 0, source: 'test' }, bins: [{ below: Infinity, llr: 5 }] }
    const card: Scorecard = {
      ...{ version: 't', prior: -2, takesBack: Infinity, causes: {}, hardRules: [] },
      families: { f: family },
      rows: [row],
    }
    const all = world({ 'input.a': 1, 'input.b': 1, 'input.c': 1 })
    const found = counterfactuals(all, score(all, card), card, ({ llr }) => (llr < 0 ? 'allow' : 'challenge'))
    expect(found.map(({ without }) => without)).toEqual([['input.a'], ['input.b'], ['input.c']])
  })

  it('is no more than single facts where nobody paid for more, and takes one sum for each', () => {
    const all = world({ 'tell.webdriver': 1, 'tell.frame-webdriver': 1, 'tell.worker-platform': 1, 'tell.notification-permission': 1 })
    const counted = vi.fn(decide)
    expect(counterfactuals(all, score(all, serverCard), serverCard, counted, 'single')).toEqual([])
    expect(counted).toHaveBeenCalledTimes(1 + 4)
    const one = world({ 'tell.webdriver': 1 })
    const found = counterfactuals(one, score(one, serverCard), serverCard, decide, 'single')
    expect(found).toEqual([{ without: ['tell.webdriver'], action: 'allow' }])
  })

  it('says what is true, and names no set of which a part would do', () => {
    const id = fc.constantFrom<string>(...serverCard.rows.map((row) => row.id))
    fc.assert(
      fc.property(fc.dictionary(id, fc.constantFrom(0, 0.5, 1, 3, 40), { maxKeys: 14 }), (values) => {
        const all = world(values)
        const verdict = decide(score(all, serverCard), serverCard)
        for (const { without, action } of why(values)) {
          expect(rank[action]).toBeLessThan(rank[verdict])
          expect(actionWithout(all, without.flatMap(idsOf))).toBe(action)
          if (without.length > 1) for (const one of without) expect(rank[actionWithout(all, idsOf(one))]).toBeGreaterThan(rank[action])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('misses no single fact, as far as twelve speak', () => {
    const id = fc.constantFrom<string>(...serverCard.rows.map((row) => row.id))
    fc.assert(
      fc.property(fc.dictionary(id, fc.constantFrom(0, 1, 3), { maxKeys: 10 }), (values) => {
        const all = world(values)
        const verdict = decide(score(all, serverCard), serverCard)
        const named = why(values).flatMap(({ without }) => (without.length === 1 ? without : []))
        for (const one of all.keys()) {
          if (rank[actionWithout(all, [one])] < rank[verdict]) expect(named).toContain(one)
        }
      }),
      { numRuns: 200 },
    )
  })
})
