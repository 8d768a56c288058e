import { describe, expect, it } from 'vitest'
import type { Feature } from '../../../shared/features/reading/feature.js'
import { type Tally, tallyKeys } from '../../../shared/features/reading/tally.js'
import { type Observation, type ObservationId, seen, unsupported } from '../../../shared/observation.js'
import { checkFeatures } from './features.js'

const feature: Feature = {
  id: 'input.sample',
  hears: [],
  needs: { moves: 10 },
  range: [-1, 2],
  statistic: { size: 0, add: () => undefined, read: () => Number.NaN },
  measure: () => Number.NaN,
}
const tally = (moves: number) => ({ ...Object.fromEntries(tallyKeys.map((key) => [key, 0])), moves }) as unknown as Tally
const check = (observation: Observation, moves = 10) =>
  checkFeatures(new Map<ObservationId, Observation>([[feature.id, observation]]), tally(moves), [feature])

describe('checkFeatures', () => {
  it('accepts a value that has its ground', () => {
    for (const value of [-1, 0, 2]) expect(check(seen(value)).ok).toBe(true)
  })

  it('refuses a value for which too little has happened', () => {
    const error = { reason: 'feature-unfounded', id: feature.id, needs: 'moves' }
    expect(check(seen(1), 9)).toEqual({ ok: false, error })
  })

  it('asks nothing of a feature that has no value', () => {
    expect(check(unsupported, 0).ok).toBe(true)
    expect(check({ state: 'failed', reason: 'x' }, 0).ok).toBe(true)
  })
})
