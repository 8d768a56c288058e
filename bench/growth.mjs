import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { fill, settle, someVerdicts } from './growth/fill.mjs'
import { atMost } from './lib/row.mjs'
import { withProcesses } from './load/processes.mjs'

/** @typedef {import('./load/processes.mjs').Processes} Processes */
/** @typedef {'attest' | 'challenge' | 'explain' | 'list'} Kind */

/** Of each kind in a round. */
const COUNT = 150
const ROUNDS = 8
/** Before anything counts: a young process is not compared with an old one, nor one that has rested through a fill with one that has not. */
const WARM = 5
/** Of the first. */
const MOST = 1.2

const kinds = /** @type {const} */ (['attest', 'challenge', 'explain', 'list'])
const names = { attest: 'attest', challenge: 'challenge', explain: 'explanation read', list: 'rules listed' }

/** µs of the server's processor for each. @param {Processes} processes @param {string} task @param {number} count @param {object} [given] */
async function cost({ server, loader }, task, count, given = {}) {
  const before = await server.ask('time')
  await loader.ask({ task, server: server.listening, ...given })
  return ((await server.ask('time')) - before) / count
}

/** @param {Processes} processes @param {readonly string[]} stored names of verdicts @returns {Promise<Record<Kind, number>>} */
async function round(processes, stored) {
  const { loader, server } = processes
  await loader.ask({ task: 'make', count: COUNT })
  const challenge = await cost(processes, 'challenge', COUNT)
  await loader.ask({ task: 'solve' })
  const attest = await cost(processes, 'attest', COUNT)
  const { privateKey, accountTokens } = server.listening
  const read = (/** @type {readonly string[]} */ keys, /** @type {readonly string[]} */ paths) =>
    cost(processes, 'read', paths.length, { keys, paths })
  const explain = await read(
    [privateKey],
    stored.map((name) => `/v1/verdicts/${name}`),
  )
  const list = await read(
    accountTokens,
    Array.from({ length: COUNT }, () => '/v1/projects/prj_bench/rules'),
  )
  return { challenge, attest, explain, list }
}

/** @param {Processes} processes @param {readonly number[]} sizes @returns {Promise<Record<Kind, (readonly [number, number])[]>>} */
async function measure(processes, sizes) {
  const file = join(processes.folder, 'sqlite', 'vouchsafe.db')
  const warm = async () => {
    for (let i = 0; i < WARM; i++) await round(processes, [])
  }
  // Rows are copied from what the server wrote itself.
  await warm()
  /** @type {Record<Kind, [number, number][]>} */
  const points = { attest: [], challenge: [], explain: [], list: [] }
  let filled = 0
  for (const size of sizes) {
    fill(file, filled, size)
    await settle(file)
    filled = size
    await warm()
    const rounds = []
    for (let i = 0; i < ROUNDS; i++) rounds.push(await round(processes, someVerdicts(file, COUNT)))
    // The best of each: what else runs on the machine only adds to it.
    for (const kind of kinds) points[kind].push([size, Math.min(...rounds.map((one) => one[kind]))])
  }
  return points
}

/** @param {Record<Kind, readonly (readonly [number, number])[]>} points @param {readonly number[]} sizes */
async function draw(points, sizes) {
  /** @type {typeof import('./evaluate/plots/draw-lines.js')} */
  const { drawLines } = await importTypescript('bench/evaluate/plots/draw-lines.ts')
  const [first = 1, last = 1] = [sizes[0], sizes.at(-1)]
  const series = kinds.map((kind) => {
    const floor = points[kind][0]?.[1] ?? Number.NaN
    return { name: names[kind], points: points[kind].map(([size, cost]) => /** @type {const} */ ([size, cost / floor])), dots: true }
  })
  const folder = fileURLToPath(new URL('../docs/performance/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const title = 'What a request costs, by how much is stored'
  const x = {
    label: 'stored verdicts, keys, sessions and claims, of each',
    from: first,
    to: last,
    log: true,
    ticks: sizes,
    tell: (/** @type {number} */ n) => n.toLocaleString('en', { notation: 'compact' }),
  }
  const y = {
    label: `processor time, of that at ${first.toLocaleString('en')}`,
    from: 0,
    to: 2,
    ticks: [0, 0.5, 1, 1.2, 1.5, 2],
    tell: (/** @type {number} */ n) => `${n}`,
  }
  writeFileSync(join(folder, 'growth.svg'), drawLines({ title, about: `${title}: lines that stay near 1.`, x, y, series }))
}

/**
 * Whether a request costs more where more is stored: sessions, keys, sketches, counters, claims and verdicts of one project, among others.
 *
 * @param {{ long?: boolean, draw?: boolean }} options `long`: up to ten millions; `draw`: into docs/performance
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchGrowth({ long = false, draw: isDrawn = false } = {}) {
  const sizes = [1e3, 1e4, 1e5, ...(long ? [1e6, 1e7] : [])]
  const points = await withProcesses((processes) => measure(processes, sizes))
  if (isDrawn) await draw(points, sizes)
  return kinds.map((kind) => {
    const [first, last] = [points[kind][0], points[kind].at(-1)]
    const name = `${names[kind]}: processor, ${last?.[0].toLocaleString('en')} stored`
    return atMost(
      { name, value: last?.[1] ?? Number.NaN, unit: 'µs' },
      { name: `at ${first?.[0].toLocaleString('en')}`, value: first?.[1] ?? Number.NaN },
      MOST,
    )
  })
}
