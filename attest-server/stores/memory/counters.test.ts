import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryCounters } from './counters.js'

const NOW = 1_790_000_000

describe('counters in memory', () => {
  it('take never more than the limit in one window, and all that fits', async () => {
    const takes = fc.array(fc.record({ cost: fc.integer({ min: 1, max: 5 }), wait: fc.integer({ min: 0, max: 20 }) }), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(takes, async (list) => {
        const counters = createMemoryCounters()
        const used = new Map<number, number>()
        let now = NOW
        for (const { cost, wait } of list) {
          now += wait
          const window = Math.floor(now / 60)
          const before = used.get(window) ?? 0
          const { taken, used: after, resetsAt } = await counters.take('name', cost, 10, 60, now)
          expect([taken, resetsAt]).toEqual([before + cost <= 10, (window + 1) * 60])
          used.set(window, taken ? before + cost : before)
          expect([after, await counters.read('name', 60, now)]).toEqual([used.get(window), used.get(window)])
        }
      }),
    )
  })

  it('keep names and windows apart', async () => {
    const counters = createMemoryCounters()
    await counters.take('a', 1, 1, 60, NOW)
    expect([await counters.read('b', 60, NOW), await counters.read('a', 86_400, NOW)]).toEqual([0, 0])
  })

  it('stay bounded whatever names are counted', async () => {
    const counters = createMemoryCounters()
    for (let i = 0; i < 100_001; i++) await counters.take(`name ${i}`, 1, 1, 60, NOW)
    expect([await counters.read('name 0', 60, NOW), await counters.read('name 100000', 60, NOW)]).toEqual([0, 1])
  })
})
