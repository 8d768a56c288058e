import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { fittedRows } from './fitted-rows.js'
import { score } from './score.js'

const rows = fittedRows('movement', {
  source: 'a fit',
  tables: [
    ['movement-bow', [0.1, 0.5], [1, 0, -1]],
    [
      'movement-bow',
      [0.2],
      'movement-even-steps',
      [0.3],
      [
        [0.5, -0.5],
        [2, 3],
      ],
    ],
  ],
})
const card = { version: 't', prior: 0, families: { movement: { engine: 'behaviour', min: -9, max: 9 } }, rows, hardRules: [] } as const
const llrOf = (bow: number, steps?: number) => {
  const facts = new Map<ObservationId, Observation>([['input.movement-bow', seen(bow)]])
  if (steps !== undefined) facts.set('input.movement-even-steps', seen(steps))
  return score(facts, card).llr
}

describe('fitted tables', () => {
  it('are one row for each feature, and one for each bin of a second', () => {
    expect(rows).toHaveLength(3)
    expect(rows.map(({ source }) => source)).toEqual(['a fit', 'a fit', 'a fit'])
  })

  it('weigh by both features, edges belonging to the bin above them', () => {
    expect(llrOf(0.05, 0)).toBe(1.5)
    expect(llrOf(0.1, 0)).toBe(0.5)
    expect(llrOf(0.2, 0)).toBe(-0.5)
    expect(llrOf(0.05, 0.3)).toBe(3)
    expect(llrOf(0.7, 99)).toBe(2)
  })

  it('weigh by the one feature alone where the other is unknown', () => {
    expect(llrOf(0.05)).toBe(1)
  })
})
