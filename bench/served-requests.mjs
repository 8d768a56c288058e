import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atLeast, told } from './lib/row.mjs'
import { description } from './requests.mjs'

/** Less than a key may ask for in a minute. */
const REQUESTS = 1_000
const LABELS = 500
const ROUNDS = 11
/** A second on one processor. `served-latency` holds the server to it, where it answers over a socket, with the answers of its own platform. */
const BAR = { name: 'the bar', value: 5_000 }

/** Of the bare route's rate: keys, limits, log, look-alikes and a score cost some six times as much as reading JSON and writing it. */
const LEAST_SHARE = 0.12

/** @param {import('./requests/served-bench.js').Served} served @param {readonly string[]} bodies @returns {Promise<number>} requests in a second of processor time */
export async function rate(served, bodies) {
  served.pass(60)
  // Processor time, not the clock's: other work on the machine is not ours. The system's share is ours.
  const start = process.cpuUsage()
  for (const body of bodies) await served.send('/score', body)
  const { user, system } = process.cpuUsage(start)
  return (1e6 * bodies.length) / (user + system)
}

/**
 * What a server answers in a second, all of it but the socket: keys, limits, log, look-alikes. Beside a bare route of the same framework.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchServedRequests() {
  /** @type {typeof import('./requests/served-bench.js')} */
  const { servedScores, bareRoute } = await importTypescript('bench/requests/served-bench.ts')
  const served = await servedScores(false)
  const bare = bareRoute()
  for (let i = 0; i < LABELS; i++) {
    const { request_id } = /** @type {{ request_id: string }} */ (await served.send('/score', description(i)))
    await served.send('/v1/outcomes', JSON.stringify({ request_id, outcome: i % 3 ? 'person' : 'bot' }))
  }
  const bodies = Array.from({ length: REQUESTS }, (_, i) => description(LABELS + 7 * i))
  /** @type {number[]} */
  const ours = []
  /** @type {number[]} */
  const theirs = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await rate(served, bodies))
    theirs.push(await rate(bare, bodies))
  }
  // The best round of each: what else runs on the machine takes caches away, and nothing makes a processor faster than it is.
  const measured = { name: 'POST /score, requests a second of one processor', value: Math.max(...ours), unit: '/s' }
  return [told(measured, BAR), atLeast(measured, { name: 'a bare route', value: Math.max(...theirs) }, LEAST_SHARE)]
}
