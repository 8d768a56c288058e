import { describe, expect, it } from 'vitest'
import { type Observations, seen } from '../observation.js'
import { behaviourTable } from '../scorecard/behaviour-table.js'
import { clientCard } from '../scorecard/client-card.js'
import { weigh } from '../scorecard/weigh.js'
import { featureNames } from './feature-names.js'

const HANDS = /^(hands|mice|most mice|hardware|most pens|keyboards|fingers|readers|screens)$/
const PROGRAMS = /^(programs|timers)$/

/** What the words of a hint stand for: some of the values meant, ends included. `few` is at most a tenth. */
function meant(words: string): readonly number[] {
  const [, low, high] = /^([\d.]+) to ([\d.]+)$/.exec(words) ?? []
  if (low && high) return [0, 0.25, 0.5, 0.75, 1].map((share) => Number(low) + share * (Number(high) - Number(low)))
  const [, over] = /^over ([\d.]+)$/.exec(words) ?? []
  if (over) return [1.01, 2, 5].map((times) => times * Number(over))
  const values: Readonly<Record<string, readonly number[]>> = { none: [0], 'near 0': [0], few: [0, 10], most: [60, 100] }
  return values[words] ?? []
}

const hints = Object.entries(featureNames).flatMap(([id, [, unit, usual = '']]) => (usual ? [{ id, unit, usual }] : []))

/** What the card's rows for a feature say of a value, whatever their conditions. */
function weightsOf(id: string, value: number): readonly number[] {
  const only: Observations = new Map([[id as `input.${string}`, seen(value)]])
  return clientCard.rows.filter((row) => row.id === id).map(({ when: _, ...row }) => weigh(row, only))
}

describe('what is called usual', () => {
  it('is said of nothing whose weights are fitted: they are fitted anew, and turn more often than a few words can tell', () => {
    const fitted = Object.values(behaviourTable).flatMap(({ tables }) => tables.map(([of]) => `input.${of}`))
    expect(fitted.length).toBeGreaterThan(20)
    for (const id of fitted) expect(featureNames[id], id).toHaveLength(2)
  })

  it.each(hints.filter(({ id }) => clientCard.rows.some((row) => row.id === id)))(
    'agrees with the card: $id, $usual',
    ({ id, unit, usual }) => {
      const [, who = '', words = ''] = /^(.+?): (.+)$/.exec(usual) ?? []
      const scale = unit === '%' ? 0.01 : 1
      const weights = meant(words).flatMap((value) => weightsOf(id, value * scale))
      expect(weights, 'words that can be read as values').not.toEqual([])
      if (PROGRAMS.test(who)) expect(Math.min(...weights)).toBeGreaterThan(0)
      else {
        expect(who).toMatch(HANDS)
        expect(Math.max(...weights)).toBeLessThanOrEqual(0)
      }
    },
  )
})
