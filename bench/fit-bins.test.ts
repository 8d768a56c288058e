import { describe, expect, it } from 'vitest'
import { fitBins, type Sample } from './fit-bins.js'

const samples = (group: string, label: 'human' | 'bot', value: number, count: number): Sample[] =>
  Array.from({ length: count }, () => ({ group, label, value }))

describe('fitting bins', () => {
  it('weighs a bin that only bots fill for a bot, and the other way round', () => {
    const [low, high] = fitBins([...samples('b', 'bot', 1, 98), ...samples('h', 'human', 9, 98)], [5])
    // 0.6 · ln(100/2 ÷ …) = 0.6 · ln 50 = 2.3, capped.
    expect(low).toBe(2)
    expect(high).toBe(-2)
  })

  it('gives a large source no more weight than a middling one', () => {
    const bots = samples('b', 'bot', 1, 100)
    const one = [...samples('small', 'human', 1, 100), ...samples('large', 'human', 9, 100)]
    const other = [...samples('small', 'human', 1, 100), ...samples('large', 'human', 9, 5000)]
    expect(fitBins([...bots, ...one], [5])).toEqual(fitBins([...bots, ...other], [5]))
  })

  it('leaves out groups too small to tell', () => {
    expect(fitBins([...samples('b', 'bot', 1, 19), ...samples('h', 'human', 9, 19)], [5])).toEqual([0, 0])
  })
})
