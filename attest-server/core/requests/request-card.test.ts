import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import { score } from '../../../shared/scorecard/score.js'
import { cardDigest } from '../../../shared/scorecard/testing/card-digest.js'
import { requestFacts } from '../../facts/request-facts.js'
import { asAction, decideRequest, defaultThresholds, parseThresholds } from './decide-request.js'
import { requestCard, unscoredRequestFacts } from './request-card.js'

const posterior = (id: string, value: number) =>
  score(new Map<ObservationId, Observation>([[id as ObservationId, seen(value)]]), requestCard).posterior

/** What a program says of itself, or alone sends: no accident of a filter. */
const strong = new Set(['session.impostor', 'http.user-agent-program', 'http.known-agent', 'http.library-shape', 'http.hint-brands'])

describe('the card of requests', () => {
  it('and the list of facts agree: every fact has a row or is unscored', () => {
    const own = requestCard.rows.map(({ id }) => id).filter((id) => !id.startsWith('session.'))
    expect([...new Set<string>([...own, ...unscoredRequestFacts])].sort()).toEqual(requestFacts.map(({ id }) => id).sort())
  })

  it('has a family for every row, and a source', () => {
    for (const { id, family, source } of requestCard.rows) {
      expect(requestCard.families, id).toHaveProperty(family)
      expect(source).not.toBe('')
    }
  })

  it('makes no request suspicious for one soft family', () => {
    for (const { id, bins } of requestCard.rows.filter((row) => !strong.has(row.id))) {
      for (const [i] of bins.entries()) expect(posterior(id, bins[i - 1]?.below ?? -9), id).toBeLessThan(0.5)
    }
    const soft = Object.entries(requestCard.families).filter(([name]) => !['declared', 'stack'].includes(name))
    for (const [name, { max }] of soft) expect(max + requestCard.prior, name).toBeLessThan(0)
  })

  it('does not let look-alikes excuse a program that says what it is', () => {
    const declared = new Map<ObservationId, Observation>([
      ['http.user-agent-program', seen(3)],
      ['session.look-alikes', seen(-9)],
    ])
    expect(score(declared, requestCard).posterior).toBeGreaterThan(0.8)
  })

  it('weighs look-alikes in quarters, towards nothing', () => {
    const llr = (value: number) => score(new Map([['session.look-alikes', seen(value)]] as const), requestCard).llr - requestCard.prior
    for (const [value, weight] of [
      [-9, -1.5],
      [-1.3, -1.25],
      [-0.1, 0],
      [0.2, 0],
      [0.6, 0.5],
      [9, 2],
    ] as const)
      expect(llr(value)).toBeCloseTo(weight, 10)
  })

  it('has the numbers that its version stands for', () => {
    const digest = cardDigest(requestCard)
    expect(digest, 'another number is another version').toBe('b8679e55d2ddb7236233175101bb0c3382cdfa57e347245d76e3c968b50a149c')
  })
})

describe('decideRequest', () => {
  it('reviews and blocks from the thresholds on', () => {
    expect([0.49, 0.5, 0.89, 0.9].map((p) => decideRequest(p, defaultThresholds))).toEqual(['allow', 'review', 'review', 'block'])
    expect((['allow', 'review', 'block'] as const).map(asAction)).toEqual(['allow', 'challenge', 'block'])
  })

  it('takes a project’s own thresholds, in order', () => {
    expect(parseThresholds({ review: 0.3, block: 0.3 }).ok).toBe(true)
    for (const [review, block] of [
      [0, 0.5],
      [0.6, 0.5],
      [0.5, 1.1],
      [Number.NaN, 0.5],
    ] as const)
      expect(parseThresholds({ review, block }).ok).toBe(false)
  })
})
