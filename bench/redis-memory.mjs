import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atMost, told } from './lib/row.mjs'

const SESSIONS = 100_000
const LIVE = 20_000
/** Bytes. */
const BAR = { name: 'the bar', value: 600 }

/**
 * What sessions cost in Redis, all their keys with what Redis itself needs for them.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchRedisMemory() {
  /** @type {typeof import('./redis/fill-redis.js')} */
  const { attest, bytesOf, count, liveSession } = await importTypescript('bench/redis/fill-redis.ts')
  const live = await liveSession()
  const visit = { name: 'Redis, a visit to /v1/attest with its sketch', value: await bytesOf(attest, SESSIONS), unit: 'B' }
  const counter = { name: 'Redis, one counter', value: await bytesOf(count, SESSIONS), unit: 'B' }
  const session = { name: 'Redis, a live session of /v1/events', value: await bytesOf(live.leave, LIVE), unit: 'B' }
  return [atMost(visit, BAR), told(counter, BAR), told(session, { name: 'its state as JSON', value: live.letters })]
}
