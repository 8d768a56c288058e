import { describe, expect, it } from 'vitest'
import { startRandom } from '../lib/start-random.js'
import type { Example } from './example.js'
import { fitCard } from './fit-card.js'
import type { FitPlan } from './fit-tables.js'
import { massesOf } from './masses-of.js'
import { shorten } from './write-table.js'

const SPEED = 'input.movement-speed-variation'
const BOW = 'input.movement-bow'
const AMOUNT = 'input.glides'
const plan: FitPlan = {
  evidence: [SPEED, BOW],
  amount: { id: AMOUNT, edges: [24], trust: [0.5, 1] },
  depending: 0,
  monotone: { [SPEED]: -1 },
  rounds: 40,
  rate: 0.1,
  shrinkage: 4,
  worth: 0.3,
  most: 3,
  bins: 4,
}

/** Bots move evenly, people do not; the bow says nothing. */
function examples(count: number, seed = 1): Example[] {
  const random = startRandom(seed)
  return Array.from({ length: count }, (_, i): Example => {
    const label = i % 2 ? 'bot' : 'human'
    const speed = (label === 'bot' ? 0.4 : 0.7) + random() - 0.5
    const values = new Map([
      [SPEED, speed],
      [BOW, random()],
      [AMOUNT, i % 4 < 2 ? 10 : 100],
    ] as const)
    return { label, group: `${label} ${i % 6}`, user: `user ${i % 60}`, visit: `${i}`, share: 1, values }
  })
}

const tableOf = (card: ReturnType<typeof fitCard>, id: string) => card.tables.find((table) => table.id === id)!

describe('fitting a card', () => {
  it('weighs what tells, and hardly weighs what does not', () => {
    const card = fitCard(examples(1200), plan, -2.2, 1)
    const { weights } = tableOf(card, SPEED)
    expect(weights[0]).toBeGreaterThan(0.5)
    expect(weights.at(-1)).toBeLessThan(-0.5)
    for (const weight of tableOf(card, BOW).weights) expect(Math.abs(weight)).toBeLessThan(0.3)
  })

  it('lets no bin weigh more than the plan allows', () => {
    const weights = fitCard(examples(1200), { ...plan, most: 0.4 }, -2.2, 1).tables.flatMap((table) => table.weights)
    expect(Math.max(...weights.map(Math.abs))).toBe(0.4)
  })

  it('multiplies all weights by what they turned out to be worth, and by how far they are trusted', () => {
    const [little, much] = fitCard(examples(1200), plan, -2.2, 1).scales
    expect(little! / much!).toBeGreaterThan(0.4)
    expect(little! / much!).toBeLessThan(0.6)
    expect(much).toBeGreaterThan(0.7)
  })

  it('comes to the same numbers for the same seed, and to others for another', () => {
    const numbers = (seed: number) => JSON.stringify(fitCard(examples(600), plan, -2.2, seed))
    expect(numbers(1)).toBe(numbers(1))
    expect(numbers(2)).not.toBe(numbers(1))
  })

  it('gives the features that win most by it a table for each bin of the amount', () => {
    const random = startRandom(7)
    // In little movement it says nothing.
    const changed = examples(1200).map(
      (example, i): Example => (i % 4 < 2 ? { ...example, values: new Map([...example.values, [SPEED, 1.4 * random() - 0.15]]) } : example),
    )
    const card = fitCard(changed, { ...plan, depending: 1, rounds: 160 }, -2.2, 1)
    const [little, much, ...more] = card.tables.filter(({ id }) => id === SPEED)
    expect(more).toEqual([])
    expect([little?.when, much?.when]).toEqual([
      { id: AMOUNT, from: 0, below: 24 },
      { id: AMOUNT, from: 24, below: Infinity },
    ])
    const spread = ({ weights }: { readonly weights: readonly number[] }) => Math.max(...weights) - Math.min(...weights)
    expect(spread(little!)).toBeLessThan(0.5 * spread(much!))
    expect(card.tables.filter(({ id }) => id === BOW)).toHaveLength(1)
    const [, , ...lists] = shorten(card, plan.amount).tables[0]!
    expect(lists).toHaveLength(2)
  })

  it('never lets weights rise that may only fall', () => {
    const { weights } = tableOf(fitCard(examples(600), plan, -2.2, 1), SPEED)
    expect([...weights]).toEqual([...weights].sort((a, b) => b - a))
  })
})

describe('the mass of examples', () => {
  const example = (label: 'human' | 'bot', group: string, user: string, share = 1): Example => ({
    label,
    group,
    user,
    visit: user,
    share,
    values: new Map(),
  })
  const many = (count: number, make: (i: number) => Example) => Array.from({ length: count }, (_, i) => make(i))
  const sumOf = (all: readonly Example[], which: (one: Example) => boolean) =>
    massesOf(all).reduce((sum, mass, i) => (which(all[i]!) ? sum + mass : sum), 0)

  it('is the same for bots and people, and for each group of either', () => {
    const all = [
      ...many(900, (i) => example('human', 'large', `${i}`)),
      ...many(90, (i) => example('human', 'small', `${i}`)),
      ...many(70, (i) => example('bot', 'kind', `${i}`)),
    ]
    const bots = sumOf(all, ({ label }) => label === 'bot')
    expect(sumOf(all, ({ label }) => label === 'human')).toBeCloseTo(bots)
    expect(sumOf(all, ({ group }) => group === 'large')).toBeCloseTo(bots / 2)
    expect(sumOf(all, ({ group }) => group === 'small')).toBeCloseTo(bots / 2)
  })

  it('counts many visits of one user as their root, and parts of a visit as parts', () => {
    const all = [
      ...many(100, () => example('human', 'g', 'busy')),
      example('human', 'g', 'single'),
      ...many(2, () => example('human', 'g', 'twice read', 0.5)),
      example('bot', 'kind', 'one'),
    ]
    const single = sumOf(all, ({ user }) => user === 'single')
    expect(sumOf(all, ({ user }) => user === 'busy')).toBeCloseTo(10 * single)
    expect(sumOf(all, ({ user }) => user === 'twice read')).toBeCloseTo(single)
  })
})
