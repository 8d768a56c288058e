import { describe, expect, it } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../shared/observation.js'
import { score } from '../../shared/scorecard/score.js'
import { serverCard } from '../../shared/scorecard/server-card.js'
import { bandOf, coarseScore, decide } from './policy.js'

/** What a client can say of its input, without conditions: of each, one value for each bin. */
const sayable = serverCard.rows
  .filter(({ id, when }) => id.startsWith('input.') && when === undefined)
  .map(({ id, bins }) => ({ id, values: bins.map(({ below }, i) => bins[i - 1]?.below ?? below - 1) }))
  .filter(({ values }) => values.length > 1)

type Said = ReadonlyMap<ObservationId, number>
const appraise = (said: Said) => {
  const report = score(new Map<ObservationId, Observation>(Array.from(said, ([id, value]) => [id, seen(value)])), serverCard)
  return { posterior: report.posterior, action: decide(report, serverCard) }
}

/** Of a run, reproducible: https://en.wikipedia.org/wiki/Linear_congruential_generator, numbers of glibc. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * sides)
  }
}

/** Somebody who does not know our card, and is refused clearly. */
function begin(roll: (sides: number) => number): Said {
  for (;;) {
    const said: Said = new Map(sayable.map(({ id, values }) => [id, values[roll(values.length)]!]))
    const { posterior, action } = appraise(said)
    if (action !== 'allow' && posterior >= 0.9 && posterior < 0.99) return said
  }
}

type Told = (posterior: number) => number
const hundredths: Told = (posterior) => Math.round(posterior * 100) / 100
const coarse: Told = (posterior) => coarseScore(bandOf(posterior))

/** Changes one thing at a time, and keeps what is no worse. @returns whether it was let through within `queries` */
function climbs(seed: number, queries: number, told: Told): boolean {
  const roll = dice(seed)
  let said = begin(roll)
  let best = told(appraise(said).posterior)
  for (let i = 0; i < queries; i++) {
    const { id, values } = sayable[roll(sayable.length)]!
    const next: Said = new Map(said).set(id, values[roll(values.length)]!)
    const { posterior, action } = appraise(next)
    if (action === 'allow') return true
    if (told(posterior) > best) continue
    said = next
    best = told(posterior)
  }
  return false
}

const RUNS = 200
const rate = (queries: number, told: Told): number =>
  Array.from({ length: RUNS }, (_, i) => climbs(i + 1, queries, told)).filter(Boolean).length / RUNS

/** Each query takes a challenge and its work. */
const QUERIES = 90

describe('whoever changes evidence step by step, and is told how it was judged', () => {
  it('does not get from a refusal to an allow in one of a hundred tries', () => {
    expect(rate(QUERIES, coarse)).toBeLessThanOrEqual(0.01)
  })

  it('would, if the answer were as fine as it was', () => {
    expect(rate(QUERIES, hundredths)).toBeGreaterThan(0.02)
  })
})
