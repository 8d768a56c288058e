/**
 * `npm run faults`: what goes wrong around servers, against the built server in real processes, and what its clients see of it.
 *
 *   npm run faults -- --json FILE          rows {fault, on, runs, lost, repeated, recoveredMs, ok}, with what was found and how long it took
 *   npm run faults -- --only name,name     those alone
 *   npm run faults -- --on name,name       on these deployments alone: embedded, postgres, redis, cluster
 *   npm run faults -- --runs N             of the quickest; 8 where it says nothing. Of those that take longer there are fewer, and one at least
 *   npm run faults -- --lanes N            at the same time; 1 where it says nothing: times are worth most then
 *
 * `lost`: what was acknowledged and is not there. `repeated`: what happened twice and may happen once. `recoveredMs`: from the end of the fault
 * to the first success of every kind of request, the longest of all runs. Exit code 1 when anything was lost or repeated, when a client saw what docs/faults.md does not say,
 * or when a fault could not be made. One that needs a program that is not here is skipped, and says so.
 * `--counts FILE` (for `npm test`) writes how many ended as they should.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { printTable } from './lib/print-table.mjs'

/** @typedef {import('./faults/run-faults.js').Row} Row */
/** @typedef {import('./faults/run-faults.js').Options} Options */

const USAGE = 'npm run faults -- [--json FILE] [--only name,name] [--on name,name] [--runs N] [--lanes N]'
const RUNS = 8

// Each process that was started listens for the end of this one.
process.setMaxListeners(100)
// What was started ends with this process, but only where this process ends by itself.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1))

/** @param {string} fault @returns {never} */
function misuse(fault) {
  console.error(`${fault}\nUsage: ${USAGE}`)
  process.exit(2)
}

const names = (/** @type {string | undefined} */ text) => text?.split(',').filter(Boolean) ?? []

/** @param {string} name @param {string | number} text */
function numberOf(name, text) {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${name} takes a whole number, one or more`)
  return number
}

function readOptions() {
  const text = /** @type {const} */ ({ type: 'string' })
  try {
    const { values } = parseArgs({ options: { json: text, only: text, on: text, runs: text, lanes: text, counts: text } })
    const [runs, lanes] = [numberOf('--runs', values.runs ?? RUNS), numberOf('--lanes', values.lanes ?? 1)]
    return { ...values, runs, lanes, only: names(values.only), on: names(values.on) }
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error))
  }
}

/** @param {Row} row */
function cellsOf({ fault, on, runs, lost, repeated, recoveredMs, medianMs, seconds, notes, faults, skipped, ok }) {
  const time = recoveredMs === undefined ? '' : `${recoveredMs} ms (median ${medianMs})`
  const seen = Object.entries(notes).map(([name, count]) => `${count} ${name}`)
  const mark = skipped === undefined ? (ok ? '✓' : '✗') : '–'
  return [mark, fault, on, String(runs), String(lost), String(repeated), time, `${seconds} s`, skipped ?? [...faults, ...seen].join(', ')]
}

const { json, only, on, runs, lanes, counts } = readOptions()
/** @type {{ runFaults(options: Options): Promise<Row[]>, unknownNames(options: Pick<Options, 'only' | 'on'>): string[] }} */
const { runFaults, unknownNames } = await importTypescript('e2e/faults/run-faults.ts')
const unknown = unknownNames({ only, on })
if (unknown.length > 0) misuse(`There is no fault and no deployment named ${unknown.join(', ')}`)
const note = (/** @type {Row} */ row) => process.stderr.isTTY && process.stderr.write(row.ok ? '.' : row.skipped ? '-' : 'x')
const rows = await runFaults({ only, on, runs, lanes, note })
const run = rows.filter(({ skipped }) => skipped === undefined)
const broken = run.filter(({ ok }) => !ok)
if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(rows, null, 2)}\n`)
if (counts !== undefined) writeFileSync(resolve(counts), JSON.stringify(countsOf()))
const head = ['', 'fault', 'on', 'runs', 'lost', 'repeated', 'recovered in', 'took', '']
printTable('Faults', head, rows.map(cellsOf))
console.log(`${run.length - broken.length} of ${run.length} faults end as they should, ${rows.length - run.length} skipped`)
process.exitCode = rows.length > 0 && broken.length === 0 ? 0 : 1

function countsOf() {
  const failures = broken.map(({ fault, on, faults }) => `faults ${fault} on ${on}: ${faults.join(', ')}`.slice(0, 300))
  return { passed: run.length - broken.length, failed: failures.length, skipped: rows.length - run.length, failures }
}
