/**
 * `npm run examples`: each example of docs/examples runs with its own runtime against the built attest-server, and is held to what it has to do.
 *
 *   npm run examples -- --json FILE          rows {example, ok, detail, ms}
 *   npm run examples -- --only name,name     those alone: a folder of docs/examples, or one of those that are in it
 *   npm run examples -- --all                those that take long, too
 *
 * A back end lets a real verdict pass, and refuses none, used, expired, forged and foreign ones; a front end is used by a real browser. Exit code 1 when one does otherwise. One that needs a
 * program that is not here is skipped, and says so; where the environment says CI, it fails. `--counts FILE` (for `npm test`) writes how many ended as they should.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { printTable } from './lib/print-table.mjs'

/** @typedef {import('./examples/harness/row.js').Row} Row */
/** @typedef {import('./examples/harness/row.js').Options} Options */

const USAGE = 'npm run examples -- [--json FILE] [--only name,name] [--all]'

// Each process that was started listens for the end of this one.
process.setMaxListeners(100)
// What was started ends with this process, but only where this process ends by itself.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1))

/** @param {string} fault @returns {never} */
function misuse(fault) {
  console.error(`${fault}\nUsage: ${USAGE}`)
  process.exit(2)
}

function readOptions() {
  const text = /** @type {const} */ ({ type: 'string' })
  try {
    const { values } = parseArgs({ options: { json: text, only: text, counts: text, all: { type: 'boolean', default: false } } })
    return { ...values, only: values.only?.split(',').filter(Boolean) ?? [] }
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error))
  }
}

const { json, only, all, counts } = readOptions()
/** @type {{ runExamples(options: Options): Promise<Row[]>, unknownNames(only: readonly string[]): string[] }} */
const { runExamples, unknownNames } = await importTypescript('e2e/examples/run-examples.ts')
const unknown = unknownNames(only)
if (unknown.length > 0) misuse(`There is no example named ${unknown.join(', ')}`)
const note = (/** @type {Row} */ row) => process.stderr.isTTY && process.stderr.write(row.skipped ? '-' : row.ok ? '.' : 'x')
const rows = await runExamples({ only, all: all ?? false, strict: Boolean(process.env.CI), note })
const run = rows.filter(({ skipped }) => !skipped)
const broken = run.filter(({ ok }) => !ok)
if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(rows, null, 2)}\n`)
if (counts !== undefined) writeFileSync(resolve(counts), JSON.stringify(countsOf()))
const cells = rows.map(({ example, ok, skipped, detail, ms }) => [
  skipped ? '–' : ok ? '✓' : '✗',
  example,
  `${(ms / 1000).toFixed(1)} s`,
  detail,
])
printTable('Examples', ['', 'example', 'took', ''], cells)
console.log(`${run.length - broken.length} of ${run.length} examples do as they should, ${rows.length - run.length} skipped`)
process.exitCode = rows.length > 0 && broken.length === 0 ? 0 : 1

function countsOf() {
  const failures = broken.map(({ example, detail }) => `example ${example}: ${detail}`.slice(0, 300))
  return { passed: run.length - broken.length, failed: failures.length, skipped: rows.length - run.length, failures }
}
