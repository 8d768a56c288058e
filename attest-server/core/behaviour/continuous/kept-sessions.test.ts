import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../../stores/memory/open-memory-stores.js'
import { MOST_STATE } from '../../../stores/ports.js'
import { appendEvents } from '../session/append-events.js'
import { startSession } from '../session/session-state.js'
import { batchOf } from '../testing/session-of.js'
import { compress, decompress } from './compress.js'
import { createKeptSessions } from './kept-sessions.js'
import type { SessionHead } from './session-head.js'

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
const head: SessionHead = { verdict: 'UNCERTAIN', createdAt: 0, expiresAt: 3600 }
const SPACE = 'prj_1/behaviour'

/** As long a state as anybody can make: numbers with all digits of a double. */
const longest = () =>
  appendEvents(
    startSession(),
    batchOf(
      Array.from({ length: 4096 }, (_, i) => ({
        ...{ type: 'mousemove', timestamp_ms: 1e9 + i + Math.random(), x: 1e6 * Math.random(), y: 1e6 * Math.random() },
      })),
    ),
  )

async function begun() {
  const { liveSessions } = openMemoryStores()
  const sessions = createKeptSessions(liveSessions, random)
  await sessions.begin('prj_1', 'vbs_1', head, 0)
  const load = async () => (await sessions.load('prj_1', 'vbs_1', 1))!
  return { liveSessions, sessions, load }
}

describe('a session that is kept', () => {
  it('comes back as it was, also where it is longer than a store takes', async () => {
    const { sessions, load, liveSessions } = await begun()
    const state = longest()
    expect(await sessions.save('prj_1', 'vbs_1', await load(), { head: { ...head, verdict: 'BOT_VERIFIED' }, state }, 1)).toBe(true)
    const kept = await load()
    expect([kept.state, kept.head.verdict]).toEqual([state, 'BOT_VERIFIED'])
    const texts = await liveSessions.recent(SPACE, 100)
    expect(texts.length).toBeGreaterThan(8)
    expect(texts.every(({ state }) => state.length <= MOST_STATE)).toBe(true)
  })

  it('is written by one of two, and the other leaves nothing behind', async () => {
    const { sessions, load, liveSessions } = await begun()
    const [one, other] = [await load(), await load()]
    const state = longest()
    expect(await sessions.save('prj_1', 'vbs_1', one, { head, state }, 1)).toBe(true)
    const before = (await liveSessions.recent(SPACE, 100)).map(({ session }) => session)
    expect(await sessions.save('prj_1', 'vbs_1', other, { head, state: longest() }, 1)).toBe(false)
    expect((await liveSessions.recent(SPACE, 100)).map(({ session }) => session).sort()).toEqual(before.sort())
    expect((await load()).state).toEqual(state)
  })

  it('is no longer there where the store has dropped a part of it, or damaged it', async () => {
    const { sessions, load, liveSessions } = await begun()
    await sessions.save('prj_1', 'vbs_1', await load(), { head, state: longest() }, 1)
    const part = (await liveSessions.recent(SPACE, 100)).find(({ session }) => session.startsWith('part_'))!
    await liveSessions.remove(SPACE, part.session)
    expect(await sessions.load('prj_1', 'vbs_1', 1)).toBeUndefined()
    for (const text of ['{', 'null', '[]', '{"verdict":1}', JSON.stringify({ ...head, inline: 'AAAA' })]) {
      await liveSessions.put(SPACE, `vbs_${text}`, text, 0, 1)
      expect(await sessions.load('prj_1', `vbs_${text}`, 1)).toBeUndefined()
    }
  })

  it('begins anew where another version kept it', async () => {
    const { sessions, liveSessions } = await begun()
    const inline = await compress('{"layout":"0"}')
    await liveSessions.put(SPACE, 'vbs_2', JSON.stringify({ ...head, inline }), 0, 1)
    expect((await sessions.load('prj_1', 'vbs_2', 1))?.state).toEqual(startSession())
  })

  it('is read from nothing but what was compressed', async () => {
    expect(await decompress(await compress('{"a":[1,2,3]}'))).toBe('{"a":[1,2,3]}')
    expect(await decompress('!!')).toBeUndefined()
    expect(await decompress('AAAA')).toBeUndefined()
  })
})
