import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SketchTable } from './sketch-table.js'
import { tokenSet } from './testing/token-set.js'
import { jaccard, type TokenSet } from './token-set.js'

const sets = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 40 }).map((tokens) => tokenSet(tokens))

/** Places that may be like what is asked for. */
function found(table: SketchTable, places: readonly number[], asked: TokenSet, similarity: number): number[] {
  const into: number[] = []
  table.ask(asked, similarity)
  table.search(places, Infinity, into)
  return into
}

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
          const alike = places.filter((_, i) => jaccard(many[i]!, asked) >= similarity)
          expect(found(table, places, asked, similarity)).toEqual(expect.arrayContaining(alike))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('tells of most that are unlike', () => {
    const table = new SketchTable()
    const set = (kind: string) => tokenSet(Array.from({ length: 20 }, (_, i) => `${kind}${i}`))
    const places = Array.from({ length: 100 }, (_, i) => table.add(set(`kind-${i}-`)))
    expect(found(table, places, set('other-'), 0.8).length).toBeLessThan(5)
  })

  it('looks at a place once in a look-up, in each look-up anew, and at no more than it may', () => {
    const table = new SketchTable()
    const places = ['a', 'b', 'c'].map((token) => table.add(tokenSet([token])))
    for (let i = 0; i < 2; i++) {
      table.ask(tokenSet(['a']), 0.8)
      expect([table.search(places, 2, []), table.search(places, 2, []), table.search(places, 2, [])]).toEqual([2, 1, 0])
    }
  })
})
