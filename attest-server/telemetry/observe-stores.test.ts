import { describe, expect, it } from 'vitest'
import { testStores } from '../stores/contract/index.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { type Stores, StoreUnavailable } from '../stores/ports.js'
import { createMetrics } from './metrics.js'
import { observeStores } from './observe-stores.js'
import { readGauges } from './read-gauges.js'

const stopwatch = () => performance.now()

testStores('observed', async (limits) => {
  const stores = observeStores(openMemoryStores(limits), createMetrics(), stopwatch)
  return [stores, stores]
})

const broken: Stores = {
  ...openMemoryStores(),
  replays: { claimOnce: () => Promise.reject(new StoreUnavailable('full')) },
  check: () => Promise.reject(new StoreUnavailable('closed')),
}

describe('observed stores', () => {
  it('are timed by port', async () => {
    const metrics = createMetrics()
    const stores = observeStores(openMemoryStores(), metrics, stopwatch)
    await stores.replays.claimOnce('a', 0, 1)
    await stores.projects.list()
    await stores.projects.list()
    await stores.check()
    const text = await metrics.register.metrics()
    for (const [port, times] of Object.entries({ replays: 1, projects: 2, all: 1 }))
      expect(text).toContain(`vouchsafe_store_seconds_count{port="${port}"} ${times}`)
  })

  it('pass faults on, and count them', async () => {
    const metrics = createMetrics()
    const stores = observeStores(broken, metrics, stopwatch)
    await expect(stores.replays.claimOnce('a', 0, 1)).rejects.toThrow(StoreUnavailable)
    expect(await metrics.register.metrics()).toContain('vouchsafe_store_faults_total{port="replays"} 1')
  })
})

describe('what is read when somebody looks', () => {
  const NOW = 1_790_000_000
  const batch = { projectId: 'p', session: 's', freshSession: 'f', idempotencyKey: undefined, events: [{ requestId: 'r', body: '{}' }] }

  it('is whether the store answers, what waits, and how old the key is that signs', async () => {
    const metrics = createMetrics()
    const stores = openMemoryStores()
    const key = { alg: 'ES256', privateJwk: '{}', mac: '', createdAt: NOW - 50 } as const
    await stores.signingKeys.begin({ ...key, kid: 'old', activeFrom: NOW - 50 })
    await stores.signingKeys.succeed({ ...key, kid: 'new', activeFrom: NOW + 50 }, NOW + 99)
    await stores.inbox.append(batch, NOW)
    await readGauges(metrics, stores, NOW)
    const text = await metrics.register.metrics()
    expect(text).toMatch(/^vouchsafe_store_up 1$/m)
    expect(text).toMatch(/^vouchsafe_inbox_bytes 202$/m)
    expect(text).toMatch(/^vouchsafe_signing_key_age_seconds 50$/m)
  })

  it('is, of a store that does not answer, that alone', async () => {
    const metrics = createMetrics()
    await readGauges(metrics, openMemoryStores(), NOW)
    await readGauges(metrics, broken, NOW)
    const text = await metrics.register.metrics()
    expect(text).toMatch(/^vouchsafe_store_up 0$/m)
    expect(text).not.toMatch(/^vouchsafe_(inbox|signing_key_age)/m)
  })
})
