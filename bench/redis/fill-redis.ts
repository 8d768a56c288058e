import { marking } from '../../attest-server/core/sketches/marks.js'
import type { SketchBands } from '../../attest-server/stores/ports.js'
import type { RedisPorts } from '../../attest-server/stores/redis/open-redis-ports.js'
import { openPorts } from '../../attest-server/stores/testing/redis-as-stores.js'
import { startRedis } from '../../attest-server/stores/testing/start-redis.js'
import { createSessionSite } from '../../attest-server/testing/session-site.js'
import { startRandom } from '../lib/start-random.js'

const AT_ONCE = 500
const PROJECT = 'prj_AAAAAAAAAAAAAAAAAAAAAA'
const [CHALLENGE_LIFE, SKETCH_LIFE, HOUR] = [300, 14 * 86_400, 3600]
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const next = startRandom(1)
const letters = (length: number): string => Array.from({ length }, () => ALPHABET[Math.floor(64 * next())]).join('')
const band = (): number => Math.floor(2 ** 32 * next())
/** No two are alike: each is found by bands of its own, which is the most that it can cost. */
const bands = (): SketchBands => [band(), band(), band(), band(), band(), band()]

/** What one leaves, with names as long as they are. */
export type Leave = (ports: RedisPorts, now: number) => Promise<unknown>

/** The challenge is claimed, the session counted, and what it moved like is kept: a visitor with a new device key. */
export const attest: Leave = async ({ replays, sessions, sketches }, now) => {
  const [session, thumbprint] = [`sess_${letters(22)}`, letters(43)]
  // From the future: a Redis that has just begun refuses what may be older than it.
  await replays.claimOnce(letters(22), now + HOUR, now + HOUR + CHALLENGE_LIFE)
  await sessions.advance(PROJECT, session, { thumbprint, answer: 0 }, now)
  await sketches.meet(PROJECT, { session, thumbprint, bands: bands(), body: letters(2 * marking.length) }, now + SKETCH_LIFE, now)
}

/** One window of one device key. */
export const count: Leave = ({ counters }, now) => counters.take(`key:${letters(43)}`, 1, Number.POSITIVE_INFINITY, HOUR, now)

/** @returns what leaves a session that posted events, with the state that the server makes of one snapshot and one movement */
export async function liveSession(): Promise<{ readonly leave: Leave; readonly letters: number }> {
  const site = await createSessionSite()
  const snapshot = { total_ms: 41_200, visible_ms: 38_000, scroll_events: 84, click_events: 3, key_events: 12, max_touch_points: 0 }
  const token = await site.scored({ ...snapshot, scroll_max_depth_pct: 70, webdriver: false, headless: false, js_passed: true })
  await site.scored({ entropy: 0.74, samples: 128, pointer_types: ['mouse'], time_to_first_input_ms: 900 }, token)
  const { state } = (await site.stores.liveSessions.get(site.project.id, token))!
  return { leave: ({ liveSessions }, now) => liveSessions.put(PROJECT, `sess_${letters(22)}`, state, 0, now), letters: state.length }
}

/** @returns bytes of a Redis for each of so many. */
export async function bytesOf(leave: Leave, many: number): Promise<number> {
  const redis = await startRedis()
  try {
    const ports = await openPorts(redis.url)
    const used = async () => Number(/used_memory:(\d+)/.exec(String(await redis.run('INFO', 'memory')))?.[1])
    const before = await used()
    const now = Date.now() / 1000
    for (let i = 0; i < many; i += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, () => leave(ports, now)))
    const after = await used()
    await ports.close()
    return (after - before) / many
  } finally {
    await redis.remove()
  }
}
