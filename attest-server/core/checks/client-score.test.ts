import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import type { Scorecard } from '../../../shared/scorecard/scorecard.js'
import type { EvidenceClaims } from '../../../shared/wire/evidence.js'
import { checkClientScore } from './client-score.js'

const bins = [
  { below: 1 / 3, llr: -1 },
  { below: Infinity, llr: 2 },
]
const card: Scorecard = {
  version: 'test-1',
  prior: -2,
  takesBack: Infinity,
  causes: {},
  families: { f: { engine: 'behaviour', min: -9, max: 9 } },
  rows: ['input.a', 'input.b'].map((id) => ({ id: id as ObservationId, family: 'f', bins, missing: 0, source: 'test' })),
  hardRules: [],
}
const observations = (a: number) =>
  new Map<ObservationId, Observation>([
    ['input.a', seen(a)],
    ['input.b', seen(1)],
  ])
const check = (a: number, llr: number, by: Scorecard = card) => checkClientScore(observations(a), { llr } as EvidenceClaims, by)

describe('checkClientScore', () => {
  it('accepts the sum of what was sent, to within its rounding', () => {
    const { llr } = score(observations(0.9), card)
    for (const shift of [0, 0.04, -0.04]) expect(check(0.9, llr + shift).ok).toBe(true)
  })

  it('refuses a sum that does not follow', () => {
    expect(check(0.9, 1.9)).toEqual({ ok: false, error: { reason: 'client-score-mismatch', claimed: 1.9, computed: 2 } })
    expect(check(0.9, -1).ok).toBe(false)
  })

  it('takes no value for another, however near to the edge of a bin', () => {
    expect(check(0.3333, -1).ok).toBe(true)
    expect(check(0.3333, 2).ok).toBe(false)
    expect(check(1 / 3, 2).ok).toBe(true)
  })

  it('holds a row’s condition to the value that was sent', () => {
    const when = { id: 'input.b' as const, from: 1, below: 2 }
    const depends: Scorecard = { ...card, rows: card.rows.map((row) => (row.id === 'input.a' ? { ...row, when: [when] } : row)) }
    expect(check(0.9, 2, depends).ok).toBe(true)
    expect(check(0.9, 0, depends).ok).toBe(false)
  })

  it('does the sum on the card that the collector had', () => {
    const older: Scorecard = { ...card, version: 'test-0', prior: -5 }
    expect(check(0.9, -1, older).ok).toBe(true)
    expect(check(0.9, 2, older)).toEqual({ ok: false, error: { reason: 'client-score-mismatch', claimed: 2, computed: -1 } })
  })
})
