import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SketchTable } from './sketch-table.js'
import { tokenSet } from './testing/token-set.js'
import { jaccard } from './token-set.js'

const sets = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 40 }).map((tokens) => tokenSet(tokens))

describe('a table of sketches', () => {
  it('never calls unlike what is alike, however much it has grown, and whatever stood in a place before', () => {
    fc.assert(
      fc.property(
        fc.array(sets, { minLength: 1, maxLength: 20 }),
        sets,
        fc.constantFrom(0.2, 0.5, 0.75, 0.8, 1),
        (many, asked, similarity) => {
          const table = new SketchTable(2)
          for (const place of many.slice(0, 3).map((set) => table.add(set))) table.remove(place)
          const places = many.map((set) => table.add(set))
          expect(new Set(places).size).toBe(many.length)
          table.ask(asked)
          for (const [i, set] of many.entries())
            if (jaccard(set, asked) >= similarity) expect(table.mayBeAlike(places[i]!, similarity)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('tells of most that are unlike', () => {
    const table = new SketchTable()
    const set = (kind: string) => tokenSet(Array.from({ length: 20 }, (_, i) => `${kind}${i}`))
    const places = Array.from({ length: 100 }, (_, i) => table.add(set(`kind-${i}-`)))
    table.ask(set('other-'))
    expect(places.filter((place) => table.mayBeAlike(place, 0.8)).length).toBeLessThan(5)
  })

  it('is met once in a look-up, in each look-up anew', () => {
    const table = new SketchTable()
    const place = table.add(tokenSet(['a']))
    for (let i = 0; i < 2; i++) {
      table.ask(tokenSet(['b']))
      expect([table.isNew(place), table.isNew(place)]).toEqual([true, false])
    }
  })
})
