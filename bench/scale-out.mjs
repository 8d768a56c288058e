import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atLeast, atMost } from './lib/row.mjs'
import { withProcesses } from './load/processes.mjs'

/** @typedef {import('./load/processes.mjs').Server} Server */
/** @typedef {import('./load/processes.mjs').Loader} Loader */

const INSTANCES = 4
/** Of each loader in a round. */
const VISITORS = 300
/** The first is for the compilers, which have four servers to warm. */
const ROUNDS = 6
/** Of what one server does with as much of a processor. */
const LEAST = 0.85
/** Of what the embedded store costs. */
const MOST = 1.3

/** Of the next visitor: no two of all loaders are alike. */
let seed = 1

const sum = (/** @type {readonly number[]} */ numbers) => numbers.reduce((all, one) => all + one, 0)

/**
 * Visits of new keys: each asks one server for a challenge, and redeems it at the next one.
 *
 * @param {readonly Loader[]} loaders
 * @param {readonly Server[]} servers as many
 * @returns {Promise<number>} µs of the servers' processors for each visit
 */
async function cost(loaders, servers) {
  const next = (/** @type {number} */ i) => /** @type {Server} */ (servers[(i + 1) % servers.length]).listening
  const times = async () => sum(await Promise.all(servers.map((server) => server.ask('time'))))
  await Promise.all(loaders.map((loader, i) => loader.ask({ task: 'make', count: VISITORS, from: seed + i * VISITORS })))
  seed += VISITORS * loaders.length
  const began = await times()
  await Promise.all(loaders.map((loader, i) => loader.ask({ task: 'challenge', server: servers[i]?.listening })))
  const asked = await times()
  await Promise.all(loaders.map((loader) => loader.ask({ task: 'solve' })))
  const solved = await times()
  await Promise.all(loaders.map((loader, i) => loader.ask({ task: 'attest', server: next(i) })))
  return (asked - began + (await times()) - solved) / (VISITORS * loaders.length)
}

/**
 * Four servers on one PostgreSQL and one Redis beside one of them, and one of them beside the embedded store. By the processor's time of the servers alone: what
 * visitors and stores take is not what is asked, and would take a machine of its own.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchScaleOut() {
  /** @type {typeof import('./scale-out/start-stores.js')} */
  const { startStores } = await importTypescript('bench/scale-out/start-stores.ts')
  const stores = await startStores()
  try {
    return await withProcesses(async ({ server: embedded, loader, startServer, startLoader }) => {
      const first = await startServer('sqlite', stores.settings)
      const fleet = [first]
      while (fleet.length < INSTANCES) fleet.push(await startServer('join', stores.settings))
      const loaders = [loader]
      while (loaders.length < INSTANCES) loaders.push(await startLoader())
      /** @type {Record<'embedded' | 'one' | 'four', number>} The round that cost least: what else runs on the machine only adds to it. */
      const best = { embedded: Infinity, one: Infinity, four: Infinity }
      for (let round = 0; round < ROUNDS; round++) {
        const costs = { embedded: await cost([loader], [embedded]), one: await cost([loader], [first]), four: await cost(loaders, fleet) }
        if (round === 0) continue
        for (const name of /** @type {const} */ (['embedded', 'one', 'four'])) best[name] = Math.min(best[name], costs[name])
      }
      const perSecond = (/** @type {string} */ name, /** @type {number} */ micros) => ({ name, value: 1e6 / micros, unit: '/s' })
      return [
        atLeast(perSecond('visits a second of the processor, of four servers', best.four), perSecond('of one', best.one), LEAST),
        atMost(
          { name: 'a visit on PostgreSQL and Redis: processor of the server', value: best.one, unit: 'µs' },
          { name: 'on the embedded store', value: best.embedded },
          MOST,
        ),
      ]
    })
  } finally {
    await stores.remove()
  }
}
