import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { countDistinct } from './count-distinct.js'

const HOUR = 3600

describe('counting what differs', () => {
  it('counts each value once, in its own window and under its own name', async () => {
    const { counters } = openMemoryStores()
    const count = (value: string, name = 'a', now = 0) => countDistinct(counters, name, value, 5, HOUR, now)
    expect([await count('x'), await count('x'), await count('y'), await count('x')]).toEqual([1, 1, 2, 2])
    expect([await count('x', 'b'), await count('x', 'a', HOUR)]).toEqual([1, 1])
  })

  it('counts no further than it may, and keeps no more values than that', async () => {
    const stores = openMemoryStores()
    for (let i = 0; i < 100; i++) expect(await countDistinct(stores.counters, 'a', `${i}`, 5, HOUR, 0)).toBe(Math.min(i + 1, 5))
    expect(await stores.prune(HOUR), 'five values and their count').toBe(6)
  })
})
