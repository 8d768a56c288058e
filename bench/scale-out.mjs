import { join } from 'node:path'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { median } from './lib/median.mjs'
import { atLeast, atMost, told } from './lib/row.mjs'
import { withProcesses } from './load/processes.mjs'

/** @typedef {import('./load/processes.mjs').Server} Server */
/** @typedef {import('./load/processes.mjs').Loader} Loader */

const INSTANCES = 4
/** Of each loader in a round. */
const VISITORS = 300
const ROUNDS = 13
/** For the compilers, which have eight servers to warm: what a visit costs falls for as many rounds, on each of four longer than on one. */
const WARM = 6
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
 * @param {number} next which one is the next: 0 where a server knows of its own challenges alone
 * @returns {Promise<number>} µs of the servers' processors for each visit
 */
async function cost(loaders, servers, next) {
  const redeems = (/** @type {number} */ i) => /** @type {Server} */ (servers[(i + next) % servers.length]).listening
  const times = async () => sum(await Promise.all(servers.map((server) => server.ask('time'))))
  await Promise.all(loaders.map((loader, i) => loader.ask({ task: 'make', count: VISITORS, from: seed + i * VISITORS })))
  seed += VISITORS * loaders.length
  const began = await times()
  await Promise.all(loaders.map((loader, i) => loader.ask({ task: 'challenge', server: servers[i]?.listening })))
  const asked = await times()
  await Promise.all(loaders.map((loader) => loader.ask({ task: 'solve' })))
  const solved = await times()
  await Promise.all(loaders.map((loader, i) => loader.ask({ task: 'attest', server: redeems(i) })))
  return (asked - began + (await times()) - solved) / (VISITORS * loaders.length)
}

/** @typedef {{ embedded: number, alone: number, one: number, four: number }} Costs µs of a visit, in one round */

/**
 * One embedded server and four of them that share nothing; one on PostgreSQL and Redis and four that share these. In turns, so that a slow moment meets all.
 *
 * @param {import('./load/processes.mjs').Processes} processes
 * @param {Readonly<Record<string, string>>} settings of the shared stores
 * @returns {Promise<Costs[]>}
 */
async function measureRounds({ server: embedded, loader, startServer, startLoader, folder }, settings) {
  const [alone, fleet, loaders] = [[embedded], [await startServer('sqlite', settings)], [loader]]
  for (let i = 1; i < INSTANCES; i++) {
    alone.push(await startServer('sqlite', {}, join(folder, `${i}`)))
    fleet.push(await startServer('join', settings))
    loaders.push(await startLoader())
  }
  /** @type {Costs[]} */
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const costs = {
      embedded: await cost([loader], [embedded], 0),
      alone: await cost(loaders, alone, 0),
      one: await cost([loader], fleet.slice(0, 1), 0),
      four: await cost(loaders, fleet, 1),
    }
    if (round >= WARM) rounds.push(costs)
  }
  return rounds
}

/**
 * Four servers on one PostgreSQL and one Redis beside one of them, and one of them beside the embedded store. By the processor's time of the servers alone: what
 * visitors and stores take is not what is asked, and would take a machine of its own. Where so many processes share two processors and their caches, each does less
 * in the same time, whatever it does: how much less, four servers tell that share nothing. That is the processor that is available.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchScaleOut() {
  /** @type {typeof import('./scale-out/start-stores.js')} */
  const { startStores } = await importTypescript('bench/scale-out/start-stores.ts')
  const stores = await startStores()
  try {
    const rounds = await withProcesses((processes) => measureRounds(processes, stores.settings))
    /** Of costs of the same round. @param {(costs: Costs) => number} ratio */
    const middle = (ratio) => median(rounds.map(ratio))
    const one = middle((costs) => costs.one)
    const visits = (/** @type {string} */ of, /** @type {number} */ ratio) => ({
      name: `visits a second of the processor, of four servers ${of}`,
      value: (1e6 / one) * ratio,
      unit: '/s',
    })
    const raw = middle((costs) => costs.one / costs.four)
    const floor = middle((costs) => costs.embedded / costs.alone)
    const available = middle((costs) => costs.one / costs.four / (costs.embedded / costs.alone))
    const ofOne = { name: 'of one', value: 1e6 / one }
    return [
      atLeast(visits('on shared stores', raw), ofOne, LEAST),
      told(visits('which share nothing', floor), ofOne),
      told(visits('on shared stores, on the processor that those have', available), ofOne),
      atMost(
        { name: 'a visit on PostgreSQL and Redis: processor of the server', value: one, unit: 'µs' },
        { name: 'on the embedded store', value: one / middle((costs) => costs.one / costs.embedded) },
        MOST,
      ),
    ]
  } finally {
    await stores.remove()
  }
}
