import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { fittedRows } from './fitted-rows.js'
import { score } from './score.js'

const rows = fittedRows('movement', {
  source: 'a fit',
  amount: 'glides',
  edges: [24],
  scales: [0.25, 1],
  tables: [['movement-bow', [0.1, 0.5], [1, 0, -1]]],
})
const families = { movement: { engine: 'behaviour', min: -9, max: 9 } } as const
const card = { version: 't', prior: 0, takesBack: Infinity, causes: {}, families, rows, hardRules: [] }
const llrOf = (bow: number, glides?: number) => {
  const facts = new Map<ObservationId, Observation>([['input.movement-bow', seen(bow)]])
  if (glides !== undefined) facts.set('input.glides', seen(glides))
  return score(facts, card).llr
}

describe('fitted tables', () => {
  it('are a row for each bin of the amount that was seen, and name their data', () => {
    expect(rows).toHaveLength(2)
    expect(rows.map(({ source }) => source)).toEqual(['a fit', 'a fit'])
  })

  it('weigh by the feature, an edge belonging to the bin above it', () => {
    expect([0.05, 0.1, 0.49, 0.5, 9].map((bow) => llrOf(bow, 100))).toEqual([1, 0, 0, -1, -1])
  })

  it('may weigh otherwise in each bin of the amount', () => {
    const [little, much] = fittedRows('movement', {
      ...{ source: 'a fit', amount: 'glides', edges: [24], scales: [0.5, 1] },
      tables: [['movement-bow', [0.1], [1, 0], [3, -2]]],
    })
    expect([little, much].map((row) => row?.bins.map(({ llr }) => llr))).toEqual([
      [0.5, 0],
      [3, -2],
    ])
  })

  it('weigh less where little was seen, and nothing where nobody knows how much', () => {
    expect(llrOf(0.05, 23)).toBe(0.25)
    expect(llrOf(0.05, 24)).toBe(1)
    expect(llrOf(0.05)).toBe(0)
  })
})
