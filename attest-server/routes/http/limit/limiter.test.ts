import { describe, expect, it } from 'vitest'
import { createMemoryCounters } from '../../../stores/memory/counters.js'
import { createLimiter } from './limiter.js'
import { type Limit, limits } from './limits.js'

const NOW = 1_790_000_000

describe('the limiter', () => {
  it('tells a quota that is used up from requests that come too fast', async () => {
    let now = NOW
    const take = createLimiter(createMemoryCounters(1000), () => now)
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
    const take = createLimiter(createMemoryCounters(1000), () => now)
    for (let i = 0; i < 600; i++) await take('requests', 'free', 'key_1', 1)
    now += 60
    expect((await take('requests', 'free', 'key_1', 1)).fault).toBeUndefined()
  })

  it('shuts out nobody for the noise of one, where it is not known who asks', async () => {
    const take = createLimiter(createMemoryCounters(1000), () => NOW)
    for (const way of ['tokenLogin', 'passkeyLogin'] as const) {
      expect((await take(way, 'free', undefined, 20)).fault).toBeUndefined()
      expect((await take(way, 'free', undefined, 1)).fault).toBeUndefined()
      expect((await take(way, 'free', '192.0.2.1', 20)).fault).toBeUndefined()
      expect((await take(way, 'free', '192.0.2.1', 1)).fault?.code).toBe('rate-limited')
    }
  })

  it('opens log-in by password again a minute later, whatever noise came before', async () => {
    let now = NOW
    const take = createLimiter(createMemoryCounters(1000), () => now)
    for (let i = 0; i < 30; i++) {
      expect((await take('passwordLogin', 'free', undefined, 20)).fault).toBeUndefined()
      expect((await take('passwordLogin', 'free', undefined, 1)).fault?.code).toBe('rate-limited')
      now += 60
    }
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
