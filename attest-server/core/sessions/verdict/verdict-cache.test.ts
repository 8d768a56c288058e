import { describe, expect, it } from 'vitest'
import { VerdictCache } from './verdict-cache.js'

describe('cached verdicts', () => {
  it('hold a minute, for their project, session, context and rev', () => {
    const cache = new VerdictCache<string>()
    cache.put('p', 's', 'c', 1, 'yes', 100, 0)
    expect(cache.get('p', 's', 'c', 1, 159.9)).toBe('yes')
    const others = [cache.get('p', 's', 'c', 1, 160), cache.get('p', 's', 'c', 2, 100), cache.get('p', 's', 'd', 1, 100)]
    expect([...others, cache.get('q', 's', 'c', 1, 100), cache.get('p', 't', 'c', 1, 100)]).toEqual(Array(5).fill(undefined))
    cache.bust('p', 's')
    expect(cache.get('p', 's', 'c', 1, 100)).toBeUndefined()
  })

  it('are not kept for long contexts, which visitors choose: 16 addresses of 4 KB for each of 20,000 sessions would be a gigabyte', () => {
    const cache = new VerdictCache<string>()
    cache.put('p', 's', 'c'.repeat(512), 1, 'yes', 0, 0)
    cache.put('p', 's', 'c'.repeat(513), 1, 'yes', 0, 0)
    expect([cache.get('p', 's', 'c'.repeat(512), 1, 0), cache.get('p', 's', 'c'.repeat(513), 1, 0)]).toEqual(['yes', undefined])
  })

  it('are not of before a bust: a read that began earlier and ends later keeps nothing', () => {
    const cache = new VerdictCache<string>()
    const since = cache.moment()
    cache.bust('p', 's')
    cache.put('p', 's', 'c', 1, 'old', 0, since)
    cache.put('p', 't', 'c', 1, 'fresh', 0, since)
    expect([cache.get('p', 's', 'c', 1, 0), cache.get('p', 't', 'c', 1, 0)]).toEqual([undefined, 'fresh'])
    cache.put('p', 's', 'c', 1, 'new', 0, cache.moment())
    expect(cache.get('p', 's', 'c', 1, 0)).toBe('new')
  })

  it('are of no read that took longer than busts are remembered', () => {
    const cache = new VerdictCache<string>()
    const since = cache.moment()
    cache.bust('p', 's')
    for (let i = 0; i < 20_000; i++) cache.bust('p', `t${i}`)
    cache.put('p', 's', 'c', 1, 'old', 0, since)
    cache.put('p', 'u', 'c', 1, 'fresh', 0, cache.moment())
    expect([cache.get('p', 's', 'c', 1, 0), cache.get('p', 'u', 'c', 1, 0)]).toEqual([undefined, 'fresh'])
  })

  it('are bounded, in contexts and in sessions', () => {
    const cache = new VerdictCache<number>()
    for (let i = 0; i < 17; i++) cache.put('p', 's', `${i}`, 1, i, 0, 0)
    expect([cache.get('p', 's', '0', 1, 0), cache.get('p', 's', '16', 1, 0)]).toEqual([undefined, 16])
    for (let i = 0; i < 20_000; i++) cache.put('p', `t${i}`, '', 1, i, 0, 0)
    expect([cache.get('p', 's', '16', 1, 0), cache.get('p', 't0', '', 1, 0)]).toEqual([undefined, 0])
  })
})
