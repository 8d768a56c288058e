/**
 * `npm run attackers`: attackers of our own against the built server, each with its expected end.
 *
 *   npm run attackers -- --json FILE          rows {attacker, tries, succeeded, rate, residual, ok}, and how the tries ended, and what a success cost
 *   npm run attackers -- --only name,name     those alone
 *   npm run attackers -- --tries N            of each; 200 where it says nothing. Those in a browser try 20 times at most
 *
 * A success is a verdict that says `allow` and that a Relying Party accepts which verifies as docs/verdict.md says, for the page, action and origin that is
 * attacked, and for the first time. Exit code 1 when more than one try in a hundred succeeds of an attacker that is not residual, when a residual one
 * is past its bounds or fended off, when one could not run, or when an honest browser is not let through.
 * `--counts FILE` (for `npm test`) writes how many attackers ended as they should.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { printTable } from './lib/print-table.mjs'

/** @typedef {import('./attackers/harness/run-attacks.js').Row} Row */
/** @typedef {import('./attackers/harness/outcome.js').Options} Options */
/** @typedef {import('./attackers/harness/outcome.js').Outcome} Outcome */

const USAGE = 'npm run attackers -- [--json FILE] [--only name,name] [--tries N]'
/** Enough to tell one in a hundred. */
const TRIES = 200

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
    const { values } = parseArgs({ options: { json: text, only: text, tries: text, counts: text } })
    const tries = Number(values.tries ?? TRIES)
    if (!Number.isSafeInteger(tries) || tries < 1) throw new Error('--tries takes a whole number, one or more')
    return { ...values, tries, only: values.only?.split(',').filter(Boolean) ?? [] }
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error))
  }
}

/** @param {Row} row */
function cellsOf({ attacker, tries, succeeded, rate, residual, ok, ends, cost, fault }) {
  const spent = cost ? `${cost.cpu} ms, ${cost.hashes} hashes, ${cost.seconds} s` : ''
  const how = Object.entries(ends).map(([end, count]) => `${count} ${end}`)
  const share = `${succeeded} of ${tries} (${(100 * rate).toFixed(1)} %)`
  return [ok ? '✓' : '✗', attacker, residual ? 'residual' : '', share, spent, fault ?? how.join(', ')]
}

const { json, only, tries, counts } = readOptions()
// Said here, because the module's own type would bring a browser's.
/** @type {{ runAttackers(options: Options): Promise<Outcome>, unknownNames(only: readonly string[]): string[], isKept(outcome: Outcome): boolean }} */
const { runAttackers, unknownNames, isKept } = await importTypescript('e2e/attackers/run-attackers.ts')
const unknown = unknownNames(only)
if (unknown.length > 0) misuse(`There is no attacker named ${unknown.join(', ')}`)
const note = (/** @type {Row} */ row) => process.stderr.isTTY && process.stderr.write(row.ok ? '.' : 'x')
const outcome = await runAttackers({ only, tries, note })
const { control, rows } = outcome
const broken = rows.filter(({ ok }) => !ok)
if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(rows, null, 2)}\n`)
if (counts !== undefined) writeFileSync(resolve(counts), JSON.stringify(countsOf()))
printTable('Attackers', ['', 'attacker', '', 'succeeded', 'each cost', 'how the tries ended'], rows.map(cellsOf))
console.log(`an honest browser: ${control}`)
console.log(`${rows.length - broken.length} of ${rows.length} attackers end as they should`)
process.exitCode = isKept(outcome) ? 0 : 1

function countsOf() {
  const failures = broken.map(({ attacker, fault }) => `attackers ${attacker}: ${fault}`.slice(0, 300))
  const failed = control === 'accepted' ? failures : [`attackers: an honest browser is not let through: ${control}`, ...failures]
  return { passed: rows.length - broken.length + Number(control === 'accepted'), failed: failed.length, skipped: 0, failures: failed }
}
