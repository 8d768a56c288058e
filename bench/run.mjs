/**
 * `npm run bench`: every benchmark, each a ratio against a peer or a floor of the same run, as a table.
 *
 *   npm run bench -- --json FILE    the rows {name, value, unit, against, ratio, bar, ok} as JSON too; lib/row.mjs says what each field means
 *   npm run bench -- --only pow     those whose name contains the word
 *   npm run bench -- --only soak --minutes 30
 *   npm run bench -- --only growth --long --draw    to ten millions of each; the plot into docs/performance
 *   npm run bench -- --only redis-memory --long     of a million sessions
 *
 * Each runs in a process of its own: what one leaves in memory would be cleared up in the time of the next.
 * Exit code 1 when a row is not ok. `·`: told, and nothing depends on it.
 */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchCapacity } from './capacity.mjs'
import { benchDashboard } from './dashboard.mjs'
import { benchDashboardPage } from './dashboard-page.mjs'
import { benchDocsSite } from './docs-site.mjs'
import { benchFeatures } from './features.mjs'
import { benchFirstVerdict } from './first-verdict.mjs'
import { benchGrowth } from './growth.mjs'
import { benchLoad } from './load.mjs'
import { benchPow } from './pow.mjs'
import { benchRedisMemory } from './redis-memory.mjs'
import { benchRequests } from './requests.mjs'
import { benchReveal } from './reveal.mjs'
import { benchScaleOut } from './scale-out.mjs'
import { benchScore } from './score.mjs'
import { benchServedLatency } from './served-latency.mjs'
import { benchServedRequests } from './served-requests.mjs'
import { benchSoak } from './soak.mjs'
import { benchStart } from './start.mjs'
import { benchTrace } from './trace.mjs'
import { benchVerify } from './verify.mjs'
import { benchWithMetrics } from './with-metrics.mjs'

/** What some of them are told besides. @typedef {{ minutes?: string, long?: boolean, draw?: boolean }} Options */

/** Every benchmark. @type {Readonly<Record<string, (options: Options) => Promise<import('./lib/row.mjs').Row[]>>>} */
const benchmarks = {
  capacity: benchCapacity,
  'docs-site': benchDocsSite,
  dashboard: benchDashboard,
  'dashboard-page': benchDashboardPage,
  features: benchFeatures,
  'first-verdict': benchFirstVerdict,
  growth: benchGrowth,
  load: benchLoad,
  pow: benchPow,
  'redis-memory': benchRedisMemory,
  requests: benchRequests,
  reveal: benchReveal,
  'scale-out': benchScaleOut,
  score: benchScore,
  'served-latency': benchServedLatency,
  'served-requests': benchServedRequests,
  soak: benchSoak,
  start: benchStart,
  trace: benchTrace,
  verify: benchVerify,
  'with-metrics': benchWithMetrics,
}

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    alone: { type: 'string' },
    minutes: { type: 'string' },
    long: { type: 'boolean' },
    draw: { type: 'boolean' },
  },
})

/** @typedef {import('./lib/row.mjs').Row} Row */

/** What this process was made for: one of them. @param {string} name */
async function measureAlone(name) {
  // Also where whoever asked is gone, and whatever is still open here.
  process.once('disconnect', () => process.exit())
  const rows = await benchmarks[name]?.(options)
  process.send?.(rows, () => process.disconnect())
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let measuring

/** @param {string} name @returns {Promise<Row[]>} */
function measureElsewhere(name) {
  // As JSON, what could not be measured (NaN) would come as nothing.
  const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--alone', name], { serialization: 'advanced' })
  measuring = child
  /** @type {Row[] | undefined} */
  let rows
  child.once('message', (message) => {
    rows = /** @type {Row[]} */ (message)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      rows ? resolve(rows) : reject(new Error(`ended (${signal ?? code}) before it had measured anything`)),
    )
  })
}

// What was started ends with this process, but only where this process ends by itself.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    measuring?.kill(signal)
    process.exit(1)
  })
}

async function measureAll() {
  /** @type {Row[]} */
  const rows = []
  for (const name of Object.keys(benchmarks).filter((each) => each.includes(options.only))) {
    const began = performance.now()
    try {
      const measured = await measureElsewhere(name)
      rows.push(...measured)
      // All of them take half an hour: whoever waits wants to know.
      console.error(`${name}: ${measured.length} rows, ${Math.round((performance.now() - began) / 1000)} s`)
    } catch (error) {
      // The others are told nevertheless.
      console.error(`${name}: ${/** @type {Error} */ (error).message}`)
      process.exitCode = 1
    }
  }
  return rows
}

/** @param {readonly Row[]} rows */
function print(rows) {
  const cells = rows.map(({ name, value, unit, against, ratio, bar, ok }) => [
    bar === null ? '·' : ok ? '✓' : '✗',
    name,
    `${value.toLocaleString('en')} ${unit}`,
    `${ratio.toFixed(2)} × ${against}`,
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)))
  for (const row of cells) {
    const line = row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
    console.log(line.trimEnd())
  }
}

if (options.alone !== undefined) await measureAlone(options.alone)
else {
  const rows = await measureAll()
  print(rows)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
  if (!rows.every(({ ok }) => ok)) process.exitCode = 1
}
