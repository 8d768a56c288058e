/**
 * `npm run conformance`: every item of the five APIs' contract, each told by requests to a running server.
 *
 *   npm run conformance -- --json FILE    rows {id, request, ok, detail}, one for each item
 *   npm run conformance -- --only NBP     those items whose id begins so: BOT, LAB, NBP, DIP, YEB, X, or one id
 *   npm run conformance -- --url URL      a server that is up, with keys of it: --account TOKEN --project ID --site-key pk_… --private-key sk_…
 *                                         --detlab detlab_… --afk afk_… --live sk_live_… --yeb KEY, or CONFORMANCE_ACCOUNT and so on from the
 *                                         environment. Keys of a paid tier: there are more requests than the free ones allow.
 *                                         Settings and rules of the project are put back as they are by default.
 *
 * Without `--url`, the server that was built last is started on a free port with an empty data folder, and its keys are made.
 * What no request can tell is listed, and not counted. Exit code 1 when an item is not kept.
 * `--counts FILE` (for `npm test`) writes how many items are kept and how many are not; those that cannot be told are its skipped ones.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { printTable } from './lib/print-table.mjs'

/** @typedef {import('./conformance/harness/run-items.js').Row} Row */
/** @typedef {import('./conformance/harness/run-items.js').Skipped} Skipped */

const KEYS = ['account', 'project', 'site-key', 'private-key', 'detlab', 'afk', 'live', 'yeb']
const USAGE = `npm run conformance -- [--json FILE] [--only ID] [--url URL ${KEYS.map((name) => `[--${name} …]`).join(' ')}]`

// What was started ends with this process, but only where this process ends by itself.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1))

/** @returns {Record<string, string | undefined>} */
function readOptions() {
  try {
    const names = ['json', 'only', 'url', 'counts', ...KEYS]
    const text = /** @type {const} */ ({ type: 'string' })
    const { values } = parseArgs({ options: Object.fromEntries(names.map((name) => [name, text])) })
    const { url } = /** @type {Record<string, string | undefined>} */ (values)
    if (url !== undefined && !/^https?:/.test(URL.canParse(url) ? url : ''))
      throw new Error(`--url takes an http or https address, not "${url}"`)
    return /** @type {any} */ (values)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nUsage: ${USAGE}`)
    process.exit(2)
  }
}

/** @param {Row | Skipped} outcome */
function note(outcome) {
  if (!process.stderr.isTTY) return
  process.stderr.write('reason' in outcome ? '-' : outcome.ok ? '.' : 'x')
}

const { json, only, url, counts, ...keys } = readOptions()
/** @type {typeof import('./conformance/run-conformance.js')} */
const { runConformance, givenKeys } = await importTypescript('e2e/conformance/run-conformance.ts')
const { rows, skipped } = await runConformance({ ...(url && { url }), ...(only && { only }), given: givenKeys(keys, process.env), note })
const broken = rows.filter(({ ok }) => !ok)
if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(rows, null, 2)}\n`)
if (counts !== undefined) writeFileSync(resolve(counts), JSON.stringify(countsOf()))
const head = ['', 'item', 'detail']
if (rows.length > 0)
  printTable(
    'Conformance',
    head,
    rows.map(({ id, ok, detail }) => [ok ? '✓' : '✗', id, detail]),
  )
for (const { id, reason } of skipped) console.log(`NOT TOLD: ${id}: ${reason}`)
console.log(`${rows.length - broken.length} of ${rows.length} items are kept; ${skipped.length} cannot be told`)
if (rows.length === 0) console.error(`There is no item that can be told${only === undefined ? '' : ` whose id begins with ${only}`}.`)
process.exitCode = rows.length > 0 && broken.length === 0 ? 0 : 1

function countsOf() {
  const failures = broken.map(({ id, detail }) => `conformance ${id}: ${detail}`.slice(0, 300))
  return { passed: rows.length - broken.length, failed: broken.length, skipped: skipped.length, failures }
}
