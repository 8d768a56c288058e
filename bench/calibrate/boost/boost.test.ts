import { describe, expect, it } from 'vitest'
import { startRandom } from '../../lib/start-random.js'
import { boost, type Targets } from './boost.js'
import { startTerm, UNKNOWN } from './term.js'

const options = { rounds: 300, rate: 0.2, shrinkage: 0, sample: 1, random: startRandom(1) }

/** As many examples of either side as in the rows: of a bot, and of a person, for each value. */
function counted(rows: readonly (readonly [value: number, bots: number, people: number])[]) {
  const values = rows.flatMap(([value, bots, people]) => new Array<number>(bots + people).fill(value))
  const labels = Uint8Array.from(rows.flatMap(([, bots, people]) => [...new Array(bots).fill(1), ...new Array(people).fill(0)]))
  const targets: Targets = { labels, masses: new Float64Array(labels.length).fill(1) }
  return { values, targets }
}

describe('boosting tables', () => {
  it('finds the log-likelihood ratio of each bin', () => {
    const { values, targets } = counted([
      [0, 10, 80],
      [1, 30, 15],
      [2, 60, 5],
    ])
    const term = startTerm(values, [0.5, 1.5])
    boost([term], targets, new Float64Array(values.length), options)
    for (const [bin, ratio] of [10 / 80, 30 / 15, 60 / 5].entries()) expect(term.weights[bin]).toBeCloseTo(Math.log(ratio), 2)
  })

  it('finds both ratios where two features are independent', () => {
    const random = startRandom(7)
    const labels = Uint8Array.from({ length: 20_000 }, (_, i) => i % 2)
    const draw = (bots: number, people: number) => Array.from(labels, (bot) => (random() < (bot ? bots : people) ? 1 : 0))
    const terms = [startTerm(draw(0.7, 0.2), [0.5]), startTerm(draw(0.4, 0.6), [0.5])]
    boost(terms, { labels, masses: new Float64Array(labels.length).fill(1) }, new Float64Array(labels.length), options)
    expect(terms[0]!.weights[1]).toBeCloseTo(Math.log(0.7 / 0.2), 0)
    expect(terms[1]!.weights[1]! - terms[1]!.weights[0]!).toBeCloseTo(Math.log(0.4 / 0.6) - Math.log(0.6 / 0.4), 0)
  })

  it('learns nothing from what is unknown, and keeps it at 0', () => {
    const { values, targets } = counted([
      [Number.NaN, 90, 10],
      [1, 50, 50],
    ])
    const term = startTerm(values, [0.5])
    const margins = new Float64Array(values.length)
    boost([term], targets, margins, options)
    expect(term.codes[0]).toBe(UNKNOWN)
    expect([...term.weights]).toEqual([0, 0])
    expect(Math.max(...margins.map(Math.abs))).toBe(0)
  })

  it('keeps weights that may only rise from falling, whatever the data say', () => {
    const { values, targets } = counted([
      [0, 50, 50],
      [1, 80, 20],
      [2, 20, 80],
      [3, 90, 10],
    ])
    const term = startTerm(values, [0.5, 1.5, 2.5], 1)
    boost([term], targets, new Float64Array(values.length), options)
    expect([...term.weights]).toEqual([...term.weights].sort((a, b) => a - b))
    expect(term.weights[3]).toBeGreaterThan(term.weights[0]! + 1)
  })

  it('stays nearer to 0 the less there is in a bin', () => {
    const { values, targets } = counted([
      [0, 100, 100],
      [1, 2, 0],
    ])
    const term = startTerm(values, [0.5])
    boost([term], targets, new Float64Array(values.length), { ...options, shrinkage: 4 })
    expect(term.weights[1]).toBeGreaterThan(0)
    // Without shrinkage it would be infinite.
    expect(term.weights[1]).toBeLessThan(6)
  })
})
