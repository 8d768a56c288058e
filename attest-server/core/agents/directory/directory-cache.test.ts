import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '../../../../shared/result.js'
import type { AgentKey } from '../agent-key.js'
import { type CacheLimits, createDirectoryCache } from './directory-cache.js'
import type { Directory, DirectoryFault, RemoteLocation } from './fetch-directory.js'

const location = (host: string): RemoteLocation => ({
  kind: 'remote',
  agent: `https://${host}`,
  url: `https://${host}/keys`,
  host,
  wellKnown: false,
})

const directoryWith = (keyid: string, freshUntil: number): Directory => ({
  keys: new Map([[keyid, { keyid } as AgentKey]]),
  proofs: new Map(),
  freshUntil,
})

/** A cache whose fetches answer what `next` says, and are counted by host. */
function setUp(changes: Partial<CacheLimits> = {}) {
  const state: { next: Result<Directory, DirectoryFault>; gate: Promise<void>; asked: string[] } = {
    next: ok(directoryWith('a', 1000)),
    gate: Promise.resolve(),
    asked: [],
  }
  const fetchDirectory = async ({ host }: RemoteLocation) => {
    state.asked.push(host)
    const { next, gate } = state
    await gate
    return next
  }
  return {
    state,
    cache: createDirectoryCache(fetchDirectory, {
      entries: 3,
      keys: 4,
      fetches: 2,
      fetchesPerHost: 2,
      isPinned: (host) => host === 'known',
      ...changes,
    }),
  }
}

const down = err({ reason: 'timed-out' } as const)

describe('the memory of directories', () => {
  it('asks once as long as a directory is fresh, and again after that', async () => {
    const { state, cache } = setUp()
    for (const now of [0, 500, 999]) expect((await cache.lookUp(location('x'), 'a', now)).ok).toBe(true)
    expect(state.asked).toEqual(['x'])
    await cache.lookUp(location('x'), 'a', 1000)
    expect(state.asked).toEqual(['x', 'x'])
  })

  it('asks once for many who ask at the same time', async () => {
    const { state, cache } = setUp()
    const answers = await Promise.all(Array.from({ length: 50 }, () => cache.lookUp(location('x'), 'a', 0)))
    expect([state.asked, answers.every(({ ok }) => ok)]).toEqual([['x'], true])
  })

  it('asks again for a key that it does not know, but not more often than every five minutes', async () => {
    const { state, cache } = setUp()
    await cache.lookUp(location('x'), 'a', 0)
    await cache.lookUp(location('x'), 'b', 299)
    expect(state.asked).toEqual(['x'])
    state.next = ok(directoryWith('b', 2000))
    const rotated = await cache.lookUp(location('x'), 'b', 300)
    expect(rotated.ok && [...rotated.value.keys.keys()]).toEqual(['b'])
  })

  it('goes on with the last good directory for a day where a fetch fails', async () => {
    const { state, cache } = setUp()
    await cache.lookUp(location('x'), 'a', 0)
    state.next = down
    expect((await cache.lookUp(location('x'), 'a', 1000)).ok).toBe(true)
    expect((await cache.lookUp(location('x'), 'a', 1000 + 86_399)).ok).toBe(true)
    expect(await cache.lookUp(location('x'), 'a', 1000 + 86_400)).toEqual(down)
  })

  it('does not ask a fresh directory anew because a stranger’s key could not be found', async () => {
    const { state, cache } = setUp()
    await cache.lookUp(location('x'), 'a', 0)
    state.next = down
    await cache.lookUp(location('x'), 'b', 400)
    for (const now of [500, 600, 900]) expect((await cache.lookUp(location('x'), 'a', now)).ok).toBe(true)
    expect(state.asked).toHaveLength(2)
  })

  it('does not repeat a failed fetch for a minute', async () => {
    const { state, cache } = setUp()
    state.next = down
    for (const now of [0, 30, 59]) expect(await cache.lookUp(location('x'), 'a', now)).toEqual(down)
    expect(state.asked).toEqual(['x'])
    state.next = ok(directoryWith('a', 1000))
    expect((await cache.lookUp(location('x'), 'a', 60)).ok).toBe(true)
  })

  it('runs so many fetches at once and no more', async () => {
    const { state, cache } = setUp()
    let release = () => {}
    state.gate = new Promise((resolve) => {
      release = resolve
    })
    const waiting = ['x', 'y'].map((host) => cache.lookUp(location(host), 'a', 0))
    expect(await cache.lookUp(location('z'), 'a', 0)).toEqual(err({ reason: 'directory-busy' }))
    const known = cache.lookUp(location('known'), 'a', 0)
    release()
    expect((await known).ok).toBe(true)
    expect((await Promise.all(waiting)).every(({ ok }) => ok)).toBe(true)
    expect((await cache.lookUp(location('z'), 'a', 0)).ok).toBe(true)
  })

  it('does not flood a host for whoever asks for one path after the other', async () => {
    const { state, cache } = setUp({ entries: 10 })
    const at = (path: string, now: number) => cache.lookUp({ ...location('victim'), url: `https://victim/${path}` }, 'a', now)
    await Promise.all([at('a', 0), at('b', 0), at('c', 0)])
    expect(await at('d', 59)).toEqual(err({ reason: 'directory-busy' }))
    expect(state.asked).toHaveLength(2)
    expect((await at('d', 60)).ok).toBe(true)
  })

  it('holds so many and no more: failed ones go first, then the oldest, known agents last', async () => {
    const { state, cache } = setUp()
    await cache.lookUp(location('known'), 'a', 0)
    await cache.lookUp(location('x'), 'a', 1)
    state.next = down
    await cache.lookUp(location('dead'), 'a', 2)
    state.next = ok(directoryWith('a', 1000))
    for (const host of ['y', 'z', 'w']) await cache.lookUp(location(host), 'a', 3)
    state.asked.length = 0
    for (const host of ['known', 'z', 'w']) await cache.lookUp(location(host), 'a', 4)
    expect(state.asked).toEqual([])
    await cache.lookUp(location('x'), 'a', 5)
    expect(state.asked).toEqual(['x'])
  })
})
