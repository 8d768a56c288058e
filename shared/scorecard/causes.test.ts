import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { tellShapes } from '../wire/tells.js'
import { overlapOf } from './overlap-of.js'
import { score } from './score.js'
import type { Engine } from './scorecard.js'
import { serverCard } from './server-card.js'
import { tellRows } from './tell-rows.js'

const families = Object.entries(serverCard.families)
const ofCause = (cause: string) => families.filter(([, family]) => family.cause === cause)

/** What was seen where each of these families of tells says the most that it can. */
function atMost(names: readonly string[]): Map<ObservationId, Observation> {
  const shapes: Readonly<Record<string, { readonly type: string }>> = tellShapes
  const world = new Map<ObservationId, Observation>()
  for (const { id, family } of tellRows) if (names.includes(family)) world.set(id, seen(shapes[id]?.type === 'number' ? 8 : true))
  world.set('tell.hardened', seen(0))
  return world
}

describe('the causes of the card', () => {
  it('each have several families, and each family a cause that has a limit', () => {
    const named = new Set(families.flatMap(([, { cause }]) => cause ?? []))
    expect([...named].sort()).toEqual(Object.keys(serverCard.causes).sort())
    for (const cause of named) expect(ofCause(cause).length, cause).toBeGreaterThan(1)
  })

  it('are of behaviour or of what it may not take back, never of both', () => {
    for (const cause of Object.keys(serverCard.causes)) {
      expect(new Set(ofCause(cause).map(([, { engine }]) => engine === 'behaviour')).size, cause).toBe(1)
    }
  })

  it('challenge nobody who develops, with any extension that says other languages, whatever else is unknown', () => {
    const together = ['listener', 'interception', 'environment', 'realms', 'tampering']
    fc.assert(
      fc.property(fc.subarray(together), (names) => {
        const found = score(atMost(names), serverCard)
        for (const name of names) expect(found.families.get(name)).toBe(serverCard.families[name]?.max)
        expect(found.hard).toEqual([])
        expect(found.llr).toBeLessThan(0)
      }),
    )
  })
})

describe('families of one cause', () => {
  const llr = fc.double({ min: -5, max: 5, noNaN: true })
  const limit = fc.double({ min: 0, max: 5, noNaN: true })
  const engine = fc.constantFrom<Engine>('automation', 'heuristic')
  const weigh = (sums: readonly number[], engines: readonly Engine[], causes: Readonly<Record<string, number>>) => {
    const rows = sums.map((llr, i) => ({
      ...{ id: `tell.${i}` as ObservationId, family: `f${i}`, missing: 0, source: 'test' },
      bins: [{ below: Infinity, llr }],
    }))
    const cause = Object.keys(causes).at(0)
    const families = Object.fromEntries(
      rows.map(({ family }, i) => [family, { engine: engines[i]!, min: -9, max: 9, ...(cause && { cause }) }]),
    )
    const all = new Map(rows.map(({ id }) => [id, seen(1)] as const))
    return score(all, { ...{ version: 't', prior: -2, takesBack: Infinity, hardRules: [] }, causes, families, rows })
  }
  const visit = fc.array(fc.tuple(llr, engine), { minLength: 1, maxLength: 5 })

  it('weigh for a bot no more than its limit, and for a person in full', () => {
    fc.assert(
      fc.property(visit, limit, (all, limit) => {
        const [sums, engines] = [all.map(([llr]) => llr), all.map(([, engine]) => engine)]
        const against = sums.reduce((sum, llr) => sum + Math.max(0, llr), 0)
        const found = weigh(sums, engines, { aid: limit })
        expect(found.llr).toBeCloseTo(-2 + Math.min(limit, against) + sums.reduce((sum, llr) => sum + Math.min(0, llr), 0))
        expect(overlapOf(found)).toBeCloseTo(Math.max(0, against - limit))
      }),
    )
  })

  it('add up, are shown as they are, and count as ever below the limit', () => {
    fc.assert(
      fc.property(visit, limit, (all, limit) => {
        const [sums, engines] = [all.map(([llr]) => llr), all.map(([, engine]) => engine)]
        const [found, apart] = [weigh(sums, engines, { aid: limit }), weigh(sums, engines, {})]
        expect(found.families).toEqual(apart.families)
        expect(found.llr + overlapOf(found)).toBeCloseTo(apart.llr)
        expect(Object.values(found.engines).reduce((sum, one) => sum + one, -2 + found.givenBack)).toBeCloseTo(found.llr)
        if (overlapOf(found) === 0) expect(found.llr).toBeCloseTo(apart.llr)
      }),
    )
  })

  it('share the limit in proportion, whatever engine they are of', () => {
    const found = weigh([3, 1, -0.5], ['automation', 'heuristic', 'heuristic'], { aid: 2 })
    expect(found.engines).toEqual({ behaviour: 0, automation: 1.5, heuristic: 0 })
    expect(overlapOf(found)).toBe(2)
    expect(overlapOf(weigh([1, 0.9, -0.1], ['automation', 'heuristic', 'heuristic'], { aid: 2 }))).toBe(0)
  })
})
