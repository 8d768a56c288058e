import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './drivers.mjs'

/** @typedef {'bot' | 'human' | 'none'} Word */
/**
 * What the witness of a run saw, see support/witness/account.ts.
 * @typedef {{ evidence: string, looksLike: string, toVerdict?: number, botd: Word, fpscanner: Word, because: readonly string[] }} Account
 */
/** As support/driver.ts has it, which needs a browser's types. @typedef {'browser' | 'page' | 'desk' | 'no browser'} Hook */
/**
 * @typedef {{ driver: string, kind: 'bot' | 'person', run: number, hook?: Hook, action: string, ok: boolean, ms: number, note: string,
 *   account?: Account }} Row
 */
/** `failures`: titles. @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Counts */

/** As playwright.config.ts has them, in the order in which they run. @typedef {'together' | 'people' | 'alone'} Project */
const projects = /** @type {readonly Project[]} */ (['together', 'people', 'alone'])

/** A part of Playwright's report. @typedef {{ suites?: readonly Suite[], specs?: readonly { title: string, file: string, ok: boolean }[] }} Suite */

/** @param {Suite} suite @returns {string[]} */
const failuresOf = ({ suites = [], specs = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
  ...suites.flatMap(failuresOf),
]

/**
 * Runs Playwright Test on one project.
 *
 * @param {Project} project
 * @param {readonly string[]} specs
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} folder for its report
 * @param {string} reporter
 * @returns {Promise<Counts & { stopped: boolean }>} a failure more where it failed as a whole; `stopped`: by whoever started it
 */
async function playwright(project, specs, environment, folder, reporter) {
  const report = join(folder, `${project}.json`)
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  const options = ['--config', join(root, 'e2e', 'playwright.config.ts'), '--project', project, '--reporter', `${reporter},json`]
  const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const child = spawn(process.execPath, [cli, 'test', ...specs, ...options, '--pass-with-no-tests'], { cwd: root, env, stdio: 'inherit' })
  let stopped = false
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    stopped = true
    child.kill(signal)
  }
  // Playwright stops on these itself and clears up; we wait for it, and still write what there is.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, pass)
  const code = await new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
  const { stats, suites } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }
  const failed = stats.unexpected + stats.flaky
  const whole = code !== 0 && failed === 0
  const failures = whole ? [`e2e, ${project}: exit code ${code}`] : failuresOf({ suites })
  return { passed: stats.expected, failed: whole ? 1 : failed, skipped: stats.skipped, failures, stopped }
}

/** @param {string} file @returns {Row[]} */
function readRows(file) {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line))
}

/**
 * Bots two at once, then people, three at once where `atOnce` does not say otherwise: late input, which would make a machine's of a person's, does not count.
 *
 * Each run is noted in `results` as it ends, so that what fails later loses none. Runs that stand there already are not made again.
 *
 * @typedef {object} Fleet
 * @property {readonly string[]} wanted drivers
 * @property {string | undefined} [runs] of each driver
 * @property {string | undefined} [peopleRuns] of each person, where it is another number
 * @property {readonly string[]} specs none: all
 * @property {string | undefined} [results] a file
 * @property {string | undefined} [atOnce] how many people
 * @property {string | undefined} [reporter] Playwright's, for the terminal
 * @property {NodeJS.ProcessEnv | undefined} [environment]
 *
 * @param {Fleet} fleet
 * @returns {Promise<{ rows: Row[], counts: Counts, absent: string[] }>} `absent`: drivers that should have run and did not
 */
export async function runFleet({ wanted, runs = '1', peopleRuns = runs, specs, results, atOnce = '3', reporter = 'list', environment }) {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-matrix-'))
  const file = results ?? join(folder, 'rows.ndjson')
  const made = readRows(file).map(({ driver, run }) => `${driver}/${run}`)
  const numbers = { VOUCHSAFE_E2E_RUNS: runs, VOUCHSAFE_E2E_PEOPLE_RUNS: peopleRuns, VOUCHSAFE_E2E_AT_ONCE: atOnce }
  const settings = { ...numbers, VOUCHSAFE_E2E_ROWS: file, VOUCHSAFE_E2E_ONLY: wanted.join(','), VOUCHSAFE_E2E_MADE: made.join(',') }
  try {
    const env = { ...process.env, ...settings, ...environment }
    /** @type {Counts} */
    let counts = { passed: 0, failed: 0, skipped: 0, failures: [] }
    for (const project of projects) {
      const { stopped, ...more } = await playwright(project, specs, env, folder, reporter)
      counts = {
        passed: counts.passed + more.passed,
        failed: counts.failed + more.failed,
        skipped: counts.skipped + more.skipped,
        failures: [...counts.failures, ...more.failures],
      }
      if (stopped) break
    }
    const rows = readRows(file)
    return { rows, counts, absent: wanted.filter((name) => !rows.some(({ driver }) => driver === name)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
