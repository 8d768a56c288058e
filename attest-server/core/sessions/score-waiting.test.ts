import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import type { Stores } from '../../stores/ports.js'
import { detections } from '../detections/index.js'
import { scoreWaiting } from './score-waiting.js'
import { sessionCard } from './session-card.js'
import { readState } from './state/session-state.js'
import { takeEvents } from './take-events.js'

const NOW = 1_790_000_000
const request = {
  seen: [['http.user-agent-library', 0] as const],
  network: { ja4: null, datacenter: null, proxy: null, country: 'DE' },
}

function setUp() {
  const stores = openMemoryStores()
  const rescored: string[] = []
  const dropped: string[] = []
  const deps = (changes: Partial<Stores> = {}) => ({
    ...stores,
    ...changes,
    yieldTurn: () => Promise.resolve(),
    judging: { card: sessionCard, detections },
    onRescored: (_: string, session: string) => rescored.push(session),
    onDropped: (why: string) => dropped.push(why),
  })
  let id = 0
  const post = (session: string, payload = {}) =>
    takeEvents(
      { projectId: 'p', session, idempotencyKey: undefined, events: [{ requestId: `r${id++}`, payload }], request },
      { inbox: stores.inbox, random: (length) => new Uint8Array(length) },
      NOW,
    )
  const stateOf = async (session: string) => readState((await stores.liveSessions.get('p', session))?.state)
  return { stores, rescored, dropped, deps, post, stateOf }
}

describe('scoring what waits', () => {
  it('judges each visit by all of its events, and tells that it did', async () => {
    const { deps, post, stateOf, rescored } = setUp()
    await post('a', { mouse_moves: 10 })
    await post('b')
    await post('a', { mouse_moves: 90 })
    expect(await scoreWaiting(deps(), NOW)).toBe(3)
    expect(await stateOf('a')).toMatchObject({ sums: { mouse_moves: 90 }, judgement: { hard: [] }, network: { country: 'DE' } })
    expect(rescored).toEqual(['a', 'b'])
    expect(await scoreWaiting(deps(), NOW)).toBe(0)
  })

  it('loses nothing with a worker that dies, and counts nothing twice', async () => {
    const { deps, post, stores, stateOf } = setUp()
    await post('a', { mouse_moves: 10 })
    const dying = deps({ inbox: { ...stores.inbox, done: () => Promise.reject(new Error('died')) } })
    await expect(scoreWaiting(dying, NOW)).rejects.toThrow('died')
    const first = await stateOf('a')
    expect(await scoreWaiting(deps(), NOW + 10)).toBe(0)
    expect(await scoreWaiting(deps(), NOW + 31)).toBe(1)
    expect(await stateOf('a')).toEqual(first)
  })

  it('reads again where another was faster', async () => {
    const { deps, post, stores, stateOf } = setUp()
    await post('a', { mouse_moves: 10 })
    let tries = 0
    const put: Stores['liveSessions']['put'] = (...all) => (tries++ < 2 ? Promise.resolve('stale') : stores.liveSessions.put(...all))
    await scoreWaiting(deps({ liveSessions: { ...stores.liveSessions, put } }), NOW)
    expect([tries, (await stateOf('a')).sums]).toEqual([3, { mouse_moves: 10 }])
  })

  it('lets one visit hold up no other, and gives up what always fails', async () => {
    const { deps, post, stores, stateOf, dropped } = setUp()
    await stores.inbox.append(
      { projectId: 'p', session: 'bad', freshSession: '', idempotencyKey: undefined, events: [{ requestId: 'x', body: '{' }] },
      NOW,
    )
    await post('good')
    await expect(scoreWaiting(deps(), NOW)).rejects.toThrow()
    expect((await stateOf('good')).judgement).toBeDefined()
    for (let round = 1; round < 5; round++) await expect(scoreWaiting(deps(), NOW + 31 * round)).rejects.toThrow()
    expect(await scoreWaiting(deps(), NOW + 31 * 5)).toBe(1)
    expect(dropped).toEqual(['attempts'])
    expect(await scoreWaiting(deps(), NOW + 31 * 9)).toBe(0)
  })
})
