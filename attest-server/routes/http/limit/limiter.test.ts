import { describe, expect, it } from 'vitest'
import { createMemoryCounters } from '../../../stores/memory/counters.js'
import { createLimiter } from './limiter.js'
import { type Limit, limits } from './limits.js'

const NOW = 1_790_000_000

describe('the limiter', () => {
  it('tells a quota that is used up from requests that come too fast', async () => {
    let now = NOW
    const take = createLimiter(createMemoryCounters(), () => now)
    const codes = new Set<string | undefined>()
    for (let i = 0; i < 101; i++) {
      codes.add((await take('detection', 'free', 'key_1', 1)).fault?.code)
      now += 7
    }
    expect([...codes]).toEqual([undefined, 'quota-exceeded'])
    const { fault, headers } = await take('detection', 'free', 'key_1', 1)
    expect([headers['X-RateLimit-Limit'], headers['X-RateLimit-Reset']]).toEqual(['100', String(now + fault!.retryAfter!)])
  })

  it('charges nothing of the longer window for what the shorter one refuses', async () => {
    let now = NOW
    const take = createLimiter(createMemoryCounters(), () => now)
    for (let i = 0; i < 600; i++) await take('requests', 'free', 'key_1', 1)
    now += 60
    expect((await take('requests', 'free', 'key_1', 1)).fault).toBeUndefined()
  })

  it('has its windows in the order in which they are taken from', () => {
    for (const tiers of Object.values(limits)) {
      for (const list of Object.values<readonly Limit[]>(tiers)) {
        const windows = list.map(({ window }) => window)
        expect(windows).toEqual([...windows].sort((a, b) => a - b))
      }
    }
  })
})
