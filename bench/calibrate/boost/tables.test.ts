import { describe, expect, it } from 'vitest'
import { startRandom } from '../../lib/start-random.js'
import { drawEdges } from './draw-edges.js'
import { fitTemperature } from './fit-temperature.js'
import { mergeBins } from './merge-bins.js'

const alike = (length: number) => new Float64Array(length).fill(1)

describe('the edges of bins', () => {
  it('lie at the quantiles of either side, in two digits, each once', () => {
    const values = [...Array.from({ length: 100 }, (_, i) => i), ...Array.from({ length: 100 }, (_, i) => 1000 + i)]
    const labels = Uint8Array.from(values, (value) => (value >= 1000 ? 1 : 0))
    expect(drawEdges(values, labels, alike(200), 4)).toEqual([25, 50, 75, 1000, 1100])
  })

  it('do not see what is unknown, nor what has no mass', () => {
    const values = [Number.NaN, 1, 2, 50]
    expect(drawEdges(values, Uint8Array.of(0, 0, 0, 0), Float64Array.of(1, 1, 1, 0), 2)).toEqual([2])
    expect(drawEdges([Number.NaN], Uint8Array.of(0), alike(1), 4)).toEqual([])
  })
})

describe('merging bins', () => {
  it('keeps the steps that are worth it, and no more bins than asked for', () => {
    const merged = mergeBins([1, 2, 3], [0, 0.1, 2, 2], [100, 100, 100, 100], 8, 4)
    expect(merged).toEqual({ edges: [2], weights: [0.05, 2] })
    expect(mergeBins([1, 2], [0, 2, 4], [100, 100, 100], 2, 4).edges).toHaveLength(1)
  })

  it('gives up a bin in which there is next to nothing', () => {
    expect(mergeBins([1], [0, 5], [100, 0.01], 8, 4).edges).toEqual([])
  })
})

describe('the temperature', () => {
  it('undoes overconfidence: margins twice too large are halved', () => {
    const random = startRandom(5)
    const truth = Float64Array.from({ length: 20_000 }, () => 6 * (random() - 0.5))
    const labels = Uint8Array.from(truth, (llr) => (random() < 1 / (1 + Math.exp(-llr)) ? 1 : 0))
    const targets = { labels, masses: alike(20_000) }
    const twice = truth.map((llr) => 2 * llr)
    expect(fitTemperature(twice, targets, 0)).toBeCloseTo(0.5, 1)
    expect(fitTemperature(truth, targets, 0)).toBeCloseTo(1, 1)
  })
})
