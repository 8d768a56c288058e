import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startRandom } from '../lib/start-random.js'
import { DAY, type Demand, peakRate, rateOf } from './demand.js'
import { planFor, type RegionPlan } from './plan.js'
import { reportCapacity } from './report.js'
import { simulateDay } from './simulate-day.js'
import { simulateWaits } from './simulate-waits.js'
import { costs, demand, means, measured, mishaps } from './what-if.js'

const normal = (random: () => number) => () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

describe('what comes in a day', () => {
  it('adds up to all sessions, in every region by its share', () => {
    for (const region of demand.regions) {
      let sum = 0
      for (let at = 0; at < DAY; at++) sum += rateOf(demand, region, at)
      expect(sum / (demand.sessionsPerDay * region.share)).toBeCloseTo(1, 6)
    }
    expect(demand.regions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('is most in the evening of the place', () => {
    const region = { name: 'there', share: 1, offset: 3600 }
    expect(rateOf(demand, region, 20 * 3600)).toBeCloseTo(peakRate(demand, region), 6)
  })
})

describe('the plan', () => {
  const plan = planFor(demand, costs, means)

  it('grows with the demand, but for what is rounded up', () => {
    const tenth: Demand = { ...demand, sessionsPerDay: demand.sessionsPerDay / 10 }
    for (const [i, { processes }] of planFor(tenth, costs, means).regions.entries()) {
      expect(processes).toBeGreaterThanOrEqual(plan.regions[i]!.processes / 10)
      expect(processes).toBeLessThan(plan.regions[i]!.processes / 10 + 1)
    }
  })

  it('bears a day with a region that is lost in its evening and a crowd elsewhere; with half as many processes it would not', () => {
    const day = simulateDay(demand, plan, costs, mishaps, normal(startRandom(1)))
    expect(day.map(({ overloaded }) => overloaded)).toEqual(demand.regions.map(() => 0))
    const halved = { ...plan, regions: plan.regions.map((region) => ({ ...region, processes: Math.ceil(region.processes / 2) })) }
    const short = simulateDay(demand, halved, costs, mishaps, normal(startRandom(1)))
    expect(short.some(({ overloaded }) => overloaded > 0)).toBe(true)
  })
})

describe('what the documentation says', () => {
  const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

  it.each([
    ['posts', /two requests of a new key take ([\d.]+) ms/],
    ['shared', /on PostgreSQL and Redis, beside the embedded store \|[^|]*\| ([\d.]+) ×/],
  ] as const)('was not measured to be worse than the plan reckons with: %s', (name, sentence) => {
    const [, figure] = sentence.exec(read('performance.md')) ?? []
    expect(Number(figure), `no such sentence: ${sentence.source}`).not.toBeNaN()
    expect(Number(figure)).toBeLessThanOrEqual(measured[name])
  })

  it('is what the plan says', () => {
    const { plan, day, wait } = reportCapacity()
    const sum = (of: (region: RegionPlan) => number) => plan.regions.reduce((all, region) => all + of(region), 0)
    const page = read('capacity.md')
    for (const { name, peak, processes, redisPrimaries, redisBytes, databases, databaseBytes } of plan.regions)
      expect(page).toContain(
        `| ${name} | ${Math.round(peak).toLocaleString('en')} | ${processes} | ${redisPrimaries}, with ${Math.round(redisBytes / 1e9)} GB | ${databases}, with ${(databaseBytes / 1e12).toFixed(1)} TB |`,
      )
    expect(page).toContain(`| processor time of the server | ${costs.cpu} ms |`)
    expect(page).toContain(
      `So ${sum(({ processes }) => processes)} processors, ${sum(({ redisPrimaries }) => redisPrimaries)} primaries with a replica each, ${sum(({ databases }) => databases)} databases`,
    )
    expect(page).toContain(`more than ${Math.ceil(100 * Math.max(...day.map(({ busiest }) => busiest)))} % of what it has`)
    expect(page).toContain(`less than ${Math.ceil(wait)} ms for a processor`)
  })
})

describe('waits for one process', () => {
  it.each([0.3, 0.6, 0.8])('are what theory says of requests that take the same each (M/D/1), at %s', (busy) => {
    const waits = simulateWaits(busy, () => 2, 2, 200_000, startRandom(7))
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length
    expect(mean / ((busy * 2) / (2 * (1 - busy)))).toBeCloseTo(1, 1)
  })
})
