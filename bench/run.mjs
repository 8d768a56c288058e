/**
 * `npm run bench`: every benchmark, each a ratio against a peer or a floor of the same run, as a table.
 *
 *   npm run bench -- --json FILE    the rows {name, value, unit, against, ratio, bar, ok} as JSON too; lib/row.mjs says what each field means
 *   npm run bench -- --only pow     those whose name contains the word
 *   npm run bench -- --only soak --minutes 30
 *   npm run bench -- --only growth --long --draw    to ten millions of each; the plot into docs/performance
 *   npm run bench -- --only redis-memory --long     of a million sessions
 *
 * Exit code 1 when a row is not ok. `·`: told, and nothing depends on it.
 */
import { writeFileSync } from 'node:fs'
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
    minutes: { type: 'string' },
    long: { type: 'boolean' },
    draw: { type: 'boolean' },
  },
})

// What was started ends with this process, but only where this process ends by itself.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1))

const rows = []
for (const [name, measure] of Object.entries(benchmarks)) {
  if (!name.includes(options.only)) continue
  const began = performance.now()
  const measured = await measure(options)
  rows.push(...measured)
  // All of them take half an hour: whoever waits wants to know.
  console.error(`${name}: ${measured.length} rows, ${Math.round((performance.now() - began) / 1000)} s`)
}

const cells = rows.map(({ name, value, unit, against, ratio, bar, ok }) => [
  bar === null ? '·' : ok ? '✓' : '✗',
  name,
  `${value.toLocaleString('en')} ${unit}`,
  `${ratio.toFixed(2)} × ${against}`,
])
const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)))
for (const row of cells)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
if (options.json) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1
