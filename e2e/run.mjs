/**
 * `npm run e2e`: every end-to-end spec. With any option, the detection matrix alone:
 *
 *   npm run e2e -- --json FILE     rows {driver, kind, action, ok, ms}, one for each run, also when something fails
 *   npm run e2e -- --runs 10       each driver ten times
 *   npm run e2e -- --only a,b      those drivers only
 *   npm run e2e -- --skip-people   no people: they need recordings, which VOUCHSAFE_DATA names
 *
 * `--counts FILE` (for `npm test`) writes how many tests passed, failed and were skipped; it changes nothing else.
 * Ends with the matrix as a table. Exit code 1 when a spec failed, a row is not ok, or a driver that an option asks for did not run.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** @typedef {{ driver: string, kind: 'bot' | 'person', action: string, ok: boolean, ms: number, note: string }} Row */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Names of the drivers in a folder, which are the names of their files. @param {'bots' | 'people'} folder */
function drivers(folder) {
  const files = readdirSync(join(root, 'e2e', folder))
  return files.map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'index')
}

/** @typedef {{ json?: string, runs?: string, only?: string, counts?: string, 'skip-people'?: boolean }} Options */

/** @returns {Options} */
function readOptions() {
  try {
    const text = /** @type {const} */ ({ type: 'string' })
    const { values } = parseArgs({ options: { json: text, runs: text, only: text, counts: text, 'skip-people': { type: 'boolean' } } })
    if (values.runs !== undefined && !/^[1-9]\d{0,3}$/.test(values.runs)) throw new Error('--runs takes a number from 1 to 9999')
    const all = [...drivers('bots'), ...drivers('people')]
    const unknown = namesIn(values.only).filter((name) => !all.includes(name))
    if (unknown.length > 0) throw new Error(`--only: there is no driver ${unknown.join(', ')}; there are ${all.join(', ')}`)
    if (values.only !== undefined && asked(values).length === 0) throw new Error('--only and --skip-people leave no driver to run')
    return values
  } catch (error) {
    const usage = 'Usage: npm run e2e -- [--json FILE] [--runs N] [--only name,name] [--skip-people]'
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
}

const namesIn = (text = '') => text.split(',').filter(Boolean)

/** The drivers that should run. @param {Options} options */
function asked(options) {
  const all = [...drivers('bots'), ...(options['skip-people'] ? [] : drivers('people'))]
  const only = namesIn(options.only)
  return only.length === 0 ? all : all.filter((name) => only.includes(name))
}

/**
 * Runs Playwright Test on one project.
 *
 * @param {'together' | 'alone'} project
 * @param {readonly string[]} specs
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} folder for its report
 * @returns {Promise<Counts>} a failure more where it failed as a whole
 */
async function playwright(project, specs, environment, folder) {
  const report = join(folder, `${project}.json`)
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  const options = ['--config', join(root, 'e2e', 'playwright.config.ts'), '--project', project, '--reporter', 'list,json']
  const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const child = spawn(process.execPath, [cli, 'test', ...specs, ...options, '--pass-with-no-tests'], { cwd: root, env, stdio: 'inherit' })
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  // Playwright stops on these itself and clears up; we wait for it, and still write what there is.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, pass)
  const code = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
  const { stats } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }
  const failed = stats.unexpected + stats.flaky
  return { passed: stats.expected, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped }
}

/** @param {string} file @returns {Row[]} */
function readRows(file) {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}

/** @param {readonly Row[]} rows @param {readonly string[]} absent drivers that should have run and did not */
function printMatrix(rows, absent) {
  if (rows.length > 0) printRows(rows)
  if (absent.length === 0) return
  console.log(`NOT RUN: ${absent.join(', ')}`)
  const people = drivers('people')
  if (absent.some((name) => people.includes(name)))
    console.log('People need recordings, which VOUCHSAFE_DATA names; nothing here shows that they are let through.')
}

/** @param {readonly Row[]} rows */
function printRows(rows) {
  const head = ['driver', 'kind', 'action', '', 'ms', 'note']
  const cells = rows.map(({ driver, kind, action, ok, ms, note }) => [driver, kind, action, ok ? 'ok' : 'NOT OK', `${ms}`, note])
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)))
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(72)
  console.log(['', 'Detection matrix', rule, line(head), rule, ...cells.map(line), rule].join('\n'))
  console.log(`${rows.filter(({ ok }) => ok).length} of ${rows.length} runs as expected`)
}

async function main() {
  const options = readOptions()
  const { json, runs, only, counts } = options
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-matrix-'))
  const file = join(folder, 'rows.ndjson')
  const wanted = asked(options)
  const settings = { VOUCHSAFE_E2E_ROWS: file, VOUCHSAFE_E2E_RUNS: runs ?? '1', VOUCHSAFE_E2E_ONLY: wanted.join(',') }
  const environment = { ...process.env, ...settings }
  const everything = [json, runs, only, options['skip-people']].every((option) => option === undefined)
  const specs = everything ? [] : ['bots.spec.ts', 'people.spec.ts']
  const together = await playwright('together', specs, environment, folder)
  const alone = await playwright('alone', specs, environment, folder)
  const rows = readRows(file)
  rmSync(folder, { recursive: true, force: true })
  const plain = rows.map(({ driver, kind, action, ok, ms }) => ({ driver, kind, action, ok, ms }))
  if (json !== undefined) writeFileSync(resolve(json), `${JSON.stringify(plain, null, 2)}\n`)
  const add = (/** @type {keyof Counts} */ key) => together[key] + alone[key]
  const sum = { passed: add('passed'), failed: add('failed'), skipped: add('skipped') }
  if (counts !== undefined) writeFileSync(resolve(counts), JSON.stringify(sum))
  const absent = wanted.filter((name) => !rows.some(({ driver }) => driver === name))
  printMatrix(rows, absent)
  // Whoever asks for the matrix gets all of it or a failure; the whole suite stays usable where the recordings may not be.
  process.exitCode = sum.failed > 0 || rows.some(({ ok }) => !ok) || (!everything && absent.length > 0) ? 1 : 0
}

await main()
