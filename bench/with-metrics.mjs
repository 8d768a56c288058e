import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atLeast } from './lib/row.mjs'
import { description } from './requests.mjs'
import { rate } from './served-requests.mjs'

/** Less than a key may ask for in a minute. */
const REQUESTS = 1_000
const ROUNDS = 11
/** Of the rate without: counting must not cost what is counted. */
const LEAST_SHARE = 0.85

/**
 * What a server answers in a second while it is measured, beside the same one that nobody measures.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchWithMetrics() {
  /** @type {typeof import('./requests/served-bench.js')} */
  const { servedScores } = await importTypescript('bench/requests/served-bench.ts')
  const [plain, measured] = [await servedScores(false), await servedScores(true)]
  const bodies = Array.from({ length: REQUESTS }, (_, i) => description(7 * i))
  /** @type {number[]} */
  const without = []
  /** @type {number[]} */
  const withMetrics = []
  for (let round = 0; round < ROUNDS; round++) {
    without.push(await rate(plain, bodies))
    withMetrics.push(await rate(measured, bodies))
  }
  const row = { name: 'POST /score with metrics, requests a second of one processor', value: Math.max(...withMetrics), unit: '/s' }
  return [atLeast(row, { name: 'without', value: Math.max(...without) }, LEAST_SHARE)]
}
