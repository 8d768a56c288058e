import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen, unsupported } from '../../../../shared/observation.js'
import { clientCard } from '../../../../shared/scorecard/client-card.js'
import { score } from '../../../../shared/scorecard/score.js'
import { behaviourCard } from '../evidence/behaviour-card.js'
import { readableIds } from '../evidence/readable.js'
import { botEvidence, botLikeness, humanEvidence, humanLikeness, onTable, shown, type Table } from '../evidence/scale.js'
import { verdictOf } from '../evidence/verdict-of.js'
import { detectionSignals } from './detection/index.js'
import { reportSignals } from './report-signals.js'
import { verificationSignals } from './verification/index.js'
import { viewOf } from './view-of.js'

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const isMonotone = (table: Table) => {
  const ys = table.map(([, y]) => y)
  const ascends = table.every(([x], i) => i === 0 || x > table[i - 1]![0])
  return ascends && (ys.every((y, i) => i === 0 || y <= ys[i - 1]!) || ys.every((y, i) => i === 0 || y >= ys[i - 1]!))
}

describe('the signals', () => {
  it('are 22 of detection and 20 of verification, 17 of them of the body, each with a name of its own', () => {
    expect(detectionSignals).toHaveLength(22)
    expect(new Set(detectionSignals.map(({ name }) => name)).size).toBe(22)
    expect(verificationSignals).toHaveLength(20)
    expect(new Set(verificationSignals.map(({ name }) => name)).size).toBe(20)
    expect(verificationSignals.filter(({ dimension }) => dimension === 'body')).toHaveLength(17)
  })

  it('have weights that add up to 1, with 0.15 for the two that are published', () => {
    expect(sum(detectionSignals.map(({ weight }) => weight))).toBeCloseTo(1, 9)
    for (const dimension of ['body', 'mind'])
      expect(sum(verificationSignals.filter((one) => one.dimension === dimension).map(({ weight }) => weight))).toBeCloseTo(1, 9)
    const published = detectionSignals.filter(({ name }) => name === 'mouse_curvature' || name === 'keystroke_timing')
    expect(published.map(({ weight }) => weight)).toEqual([0.15, 0.15])
  })

  it('stand for every row of the card, each row for one: nothing weighs that no signal shows', () => {
    for (const { id, family } of behaviourCard.rows) {
      expect(
        detectionSignals.filter(({ takes }) => takes.includes(id)).map(({ name }) => name),
        id,
      ).toHaveLength(1)
      expect(behaviourCard.families, id).toHaveProperty(family)
      expect(readableIds.has(id), id).toBe(true)
    }
    const unshown = clientCard.rows.filter(({ id }) => readableIds.has(id) && !behaviourCard.rows.some((row) => row.id === id))
    // A condition of others, and of what nobody posts.
    expect(unshown.map(({ id }) => id)).toEqual(['input.clock-step'])
    for (const { name, takes, rows } of detectionSignals) {
      const weighed = takes.filter((id) => behaviourCard.rows.some((row) => row.id === id))
      expect(weighed, name).toEqual([...takes])
      expect(
        rows.every(({ id }) => takes.includes(id)),
        name,
      ).toBe(true)
    }
  })

  it('are mapped by tables that only rise or only fall, from 0 to 100', () => {
    for (const table of [humanLikeness, botLikeness, humanEvidence, botEvidence, ...verificationSignals.map(({ scale }) => scale)]) {
      expect(isMonotone(table)).toBe(true)
      expect(Math.min(...table.map(([, y]) => y))).toBeGreaterThanOrEqual(0)
      expect(Math.max(...table.map(([, y]) => y))).toBeLessThanOrEqual(100)
    }
  })

  it('hold what is published of them: 150 ms, 500 characters a second, variation 0.3 and 0.5', () => {
    const scoreOf = (name: string, id: string, value: number) => {
      const { scale, read } = verificationSignals.find((one) => one.name === name)!
      return onTable(scale, read(viewOf(new Map([[id as ObservationId, seen(value)]]))))
    }
    expect(scoreOf('response_latency', 'input.posted-response', 150)).toBe(70)
    expect(scoreOf('throughput_capacity', 'input.posted-key-mean', 2)).toBe(70)
    expect(scoreOf('latency_consistency', 'input.posted-response-variation', 0.3)).toBe(70)
    expect(scoreOf('latency_consistency', 'input.posted-response-variation', 0.5)).toBe(40)
  })

  it('are missing where nothing is known, and never a default', () => {
    const nothing = viewOf(new Map())
    for (const { name } of detectionSignals) expect(nothing.evidenceOf(name), name).toBeNaN()
    for (const { name, read } of verificationSignals) expect(read(nothing), name).toBeNaN()
  })

  it('give the weight of those that are missing to the others', () => {
    const read = detectionSignals.map(({ name, weight }, i) => ({ name, weight, score: i % 3 ? Number.NaN : 71.26 }))
    const reports = Object.values(reportSignals(read))
    expect(sum(reports.map(({ weight }) => weight))).toBeCloseTo(1, 2)
    expect(reports[1]).toEqual({ score: null, weight: 0, status: 'missing' })
    expect(reports[0]).toMatchObject({ score: 71.2, status: 'pass' })
    expect(Object.values(reportSignals(read.map((one) => ({ ...one, score: Number.NaN })))).every(({ weight }) => weight === 0)).toBe(true)
  })
})

/** Any observations at all that posted events can give, and some that say nothing. */
const world = fc
  .array(
    fc.tuple(
      fc.constantFrom<ObservationId>(...readableIds),
      fc
        .oneof(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }))
        .map((value): Observation => seen(value)),
    ),
    { maxLength: 60 },
  )
  .map((entries) => new Map<ObservationId, Observation>([...entries, ['input.strokes', unsupported]]))

describe('the scores', () => {
  it('agree in their order: the more human of two sessions here is the less of a bot there', () => {
    fc.assert(
      fc.property(world, world, (a, b) => {
        const [one, other] = [score(a, behaviourCard).llr, score(b, behaviourCard).llr]
        const [human, bot] = [
          onTable(humanLikeness, one) - onTable(humanLikeness, other),
          onTable(botLikeness, one) - onTable(botLikeness, other),
        ]
        if (one < other) {
          expect(human).toBeGreaterThanOrEqual(0)
          expect(bot).toBeLessThanOrEqual(0)
        }
        expect(human * bot).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('do not pass a session whose signals all fail', () => {
    fc.assert(
      fc.property(world, (seen) => {
        const view = viewOf(seen)
        const scores = detectionSignals.map(({ name }) => onTable(humanEvidence, view.evidenceOf(name))).filter((one) => !Number.isNaN(one))
        if (scores.length > 0 && scores.every((one) => one < 50))
          expect(verdictOf(onTable(humanLikeness, score(seen, behaviourCard).llr))).not.toBe('PASS')
      }),
      { numRuns: 1000 },
    )
  })

  it('stay on their side of a threshold where they are shown', () => {
    expect([shown(69.96), shown(70), shown(69.5), shown(49.999)]).toEqual([69.9, 70, 69.5, 49.9])
    expect(verdictOf(69.999)).toBe('MARGINAL')
    expect([verdictOf(70), verdictOf(50), verdictOf(49.99)]).toEqual(['PASS', 'MARGINAL', 'FAIL'])
  })
})
