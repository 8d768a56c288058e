/**
 * `npm run e2e`: every end-to-end spec, with those drivers that `npm test` runs. With any option, who is let through and who is not, alone:
 *
 *   npm run e2e -- --json FILE     rows {driver, kind, action, ok, ms}, one for each run, also when something fails
 *   npm run e2e -- --runs 10       each driver ten times
 *   npm run e2e -- --only a,b      those drivers only
 *   npm run e2e -- --skip-people   no people: they need recordings, which VOUCHSAFE_DATA names
 *
 * `--counts FILE` (for `npm test`) writes how many tests passed, failed and were skipped; it changes nothing else.
 * Ends with a table of all runs. Exit code 1 when a spec failed, a row is not ok, or a driver that an option asks for did not run.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { asked, inEveryTest, readOptions } from './lib/drivers.mjs'
import { printAbsent, printTable } from './lib/print-table.mjs'
import { runFleet } from './lib/run-fleet.mjs'

/** @param {readonly import('./lib/run-fleet.mjs').Row[]} rows */
function printRows(rows) {
  if (rows.length === 0) return
  const cells = rows.map(({ driver, kind, action, ok, ms, note }) => [driver, kind, action, ok ? 'ok' : 'NOT OK', `${ms}`, note])
  printTable('Detection matrix', ['driver', 'kind', 'action', '', 'ms', 'note'], cells)
  console.log(`${rows.filter(({ ok }) => ok).length} of ${rows.length} runs as expected`)
}

async function main() {
  const options = readOptions('npm run e2e -- [--json FILE] [--runs N] [--only name,name] [--skip-people]', ['counts'])
  const { json, runs, only, counts: file } = options
  const everything = [json, runs, only, options['skip-people']].every((option) => option === undefined)
  const specs = everything ? [] : ['bots.spec.ts', 'people.spec.ts']
  const { rows, counts, absent } = await runFleet({ wanted: everything ? inEveryTest() : asked(options), runs, specs })
  const plain = rows.map(({ driver, kind, action, ok, ms }) => ({ driver, kind, action, ok, ms }))
  if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(plain, null, 2)}\n`)
  if (file !== undefined) writeFileSync(resolve(file), JSON.stringify(counts))
  printRows(rows)
  printAbsent(absent)
  // Whoever asks for the matrix gets all of it or a failure; the whole suite stays usable where the recordings may not be.
  process.exitCode = counts.failed > 0 || rows.some(({ ok }) => !ok) || (!everything && absent.length > 0) ? 1 : 0
}

await main()
