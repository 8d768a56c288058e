import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../observation.js'
import { tellIds, tellShapes } from '../wire/tells.js'
import { score } from './score.js'
import type { Scorecard } from './scorecard.js'
import { tellFamilies, tellHardRules, tellRows } from './tell-rows.js'

const card: Scorecard = { version: 'test', prior: -2.2, families: tellFamilies, rows: tellRows, hardRules: tellHardRules }

describe('the weights of tells', () => {
  it('has exactly one row for every tell on the wire', () => {
    expect(tellRows.map((row) => row.id).sort()).toEqual([...tellIds].sort())
  })

  it('ends the bins of every row at Infinity and in ascending order', () => {
    for (const { id, bins } of tellRows) {
      const ends = bins.map((bin) => bin.below)
      expect(ends, id).toEqual([...ends].sort((a, b) => a - b))
      expect(ends.at(-1), id).toBe(Number.POSITIVE_INFINITY)
    }
  })

  it('weighs absence as nothing', () => {
    expect(score(new Map(), card).llr).toBe(card.prior)
  })

  it('takes a clean environment for little: less than a fifth of a nat', () => {
    const passed = tellIds.map((id): [ObservationId, Observation] => [id, tellShapes[id].type === 'number' ? seen(0) : seen(false)])
    const { llr, hard } = score(new Map(passed), card)
    expect(llr).toBeLessThanOrEqual(card.prior)
    expect(llr).toBeGreaterThan(card.prior - 0.25)
    expect(hard).toEqual([])
  })
})
