/**
 * `npm run matrix`: every bot and every person against the demo, beside BotD and fpscanner on the same pages in the same run.
 *
 *   npm run matrix -- --runs 5            each driver five times
 *   npm run matrix -- --people-runs 20    each person twenty times
 *   npm run matrix -- --at-once 6         so many people at once, each with a screen of their own; three for each processor when left out
 *   npm run matrix -- --results FILE      notes each run there as it ends. Runs that stand in it are not made again: so a matrix that broke off
 *                                         goes on, and one that was made in parts is put together (`cat a b > c`)
 *   npm run matrix -- --only a,b          those drivers only; the document is then left as it is
 *   npm run matrix -- --skip-people       no people: they need recordings, which VOUCHSAFE_DATA names
 *   npm run matrix -- --json FILE         rows {driver, kind, runs, allow, challenge, block, evidence, botd, fpscanner}, see lib/matrix-rows.mjs
 *   npm run matrix -- --record DIR        what was known at every verdict, for `npm run calibrate -- --fleet DIR`: a file for each driver
 *   npm run matrix -- --markdown FILE     the document; docs/evaluation/matrix.md when all drivers are asked for
 *
 * Exit code 1 when a run was not as expected, or a driver did not run.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, platform, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { bundlePeers } from './lib/bundle-peers.mjs'
import { asked, readOptions, root } from './lib/drivers.mjs'
import { matrixDocument, matrixTable } from './lib/matrix-document.mjs'
import { matrixRows } from './lib/matrix-rows.mjs'
import { printAbsent, printTable } from './lib/print-table.mjs'
import { runFleet } from './lib/run-fleet.mjs'

const USAGE =
  'npm run matrix -- [--runs N] [--people-runs N] [--at-once N] [--only name,name] [--skip-people] [--results FILE] [--json FILE] [--record DIR] [--markdown FILE]'

/** Each is idle most of the time: while it is read, and between one key and the next. */
const PEOPLE_PER_PROCESSOR = 3

/** fpscanner takes UTC, in which servers run, for a sign of a bot. People live elsewhere, and so do bots that can help it. */
const TIME_ZONE = 'Europe/Berlin'

/** Name and version. @param {string} name */
function peer(name) {
  const { resolve: find } = createRequire(import.meta.url)
  let folder = dirname(find(name))
  while (!folder.endsWith(name)) folder = dirname(folder)
  return `${name} ${JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version}`
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

async function main() {
  const options = readOptions(USAGE, ['record', 'markdown', 'people-runs', 'at-once', 'results'])
  const { json, runs, only, record } = options
  const whole = only === undefined && !options['skip-people']
  const markdown = options.markdown ?? (whole ? join(root, 'docs', 'evaluation', 'matrix.md') : undefined)
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-peers-'))
  const peers = join(folder, 'peers.js')
  await bundlePeers(peers)
  const environment = { TZ: TIME_ZONE, VOUCHSAFE_E2E_PEERS: peers, ...(record ? { VOUCHSAFE_E2E_RECORD: resolve(record) } : {}) }
  const atOnce = options['at-once'] ?? `${PEOPLE_PER_PROCESSOR * availableParallelism()}`
  const results = options.results && resolve(options.results)
  const reporter = join(import.meta.dirname, 'lib', 'progress-reporter.mjs')
  const how = { runs, peopleRuns: options['people-runs'], atOnce, results, reporter, environment }
  const fleet = { wanted: asked(options), specs: ['bots.spec.ts', 'people.spec.ts'], ...how }
  const { rows, counts, absent } = await runFleet(fleet).finally(() => rmSync(folder, { recursive: true, force: true }))
  if (json !== undefined) write(resolve(json), `${JSON.stringify(matrixRows(rows), null, 2)}\n`)
  const machine = `${availableParallelism()} processors (${cpus()[0]?.model.trim() || 'of an unnamed model'}, ${platform()})`
  const about = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    atOnce,
    absent,
    peers: `${peer('@fingerprintjs/botd')} and ${peer('fpscanner')}`,
  }
  if (markdown !== undefined) write(resolve(markdown), matrixDocument(rows, about))
  const [head = [], ...cells] = matrixTable(rows)
  if (cells.length > 0) printTable('Matrix', head, cells)
  for (const { driver, ok, note } of rows) if (!ok) console.log(`NOT AS EXPECTED: ${driver}: ${note}`)
  printAbsent(absent)
  process.exitCode = counts.failed > 0 || rows.some(({ ok }) => !ok) || absent.length > 0 ? 1 : 0
}

await main()
