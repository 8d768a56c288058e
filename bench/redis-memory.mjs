import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atMost, told } from './lib/row.mjs'

const SESSIONS = 100_000
const LONG = 1_000_000
const LIVE = 20_000
/** Bytes. */
const BAR = { name: 'the bar', value: 600 }

/**
 * What sessions cost in Redis, all their keys with what Redis itself needs for them.
 *
 * @param {{ long?: boolean }} options `long`: of a million
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchRedisMemory({ long = false } = {}) {
  const sessions = long ? LONG : SESSIONS
  /** @type {typeof import('./redis/fill-redis.js')} */
  const { attest, bytesOf, count, liveSession } = await importTypescript('bench/redis/fill-redis.ts')
  const live = await liveSession()
  const visit = { name: 'Redis, a visit to /v1/attest with its sketch', value: await bytesOf(attest, sessions), unit: 'B' }
  const counter = { name: 'Redis, one counter', value: await bytesOf(count, sessions), unit: 'B' }
  const session = { name: 'Redis, a live session of /v1/events', value: await bytesOf(live.leave, LIVE), unit: 'B' }
  return [atMost(visit, BAR), told(counter, BAR), told(session, { name: 'its state as JSON', value: live.letters })]
}
