import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale, entry, Fault, installDependencies } from './bootstrap.mjs'
import { program, run } from './lib/run.mjs'
import { closingLine, failure, one, total } from './lib/step.mjs'

// Everything, from a bare clone. What is imported here at the top must do without packages: they are installed first.

/** @typedef {import('./lib/step.mjs').Outcome} Outcome */

/** The most that a runner may take, in seconds: one that hangs is ended, and counts as failed. */
const LIMITS = { unit: 900, evaluate: 300, conformance: 600, attackers: 300, faults: 300, docs: 180, examples: 300, e2e: 1800 }
/** Of each attacker: a minute on two processors. What 200 tries show is published, not tested each time. */
const TRIES = '10'
/** Of each kind of fault one, and few of each: a minute on two processors. What all of them show, often, is published. */
const FAULTS = [
  '--only',
  'same-moment,kill-server,stop-server,disk-full,rolling-restart,kill-store',
  '--on',
  'embedded,redis',
  '--runs',
  '4',
  '--lanes',
  '3',
]

/** A folder for what the test runners report. */
let reports = ''

await entry(async () => {
  reports = mkdtempSync(join(tmpdir(), 'vouchsafe-test-'))
  /** @type {Outcome[]} */
  const outcomes = []
  const step = async (/** @type {string} */ title, /** @type {() => Promise<Outcome | void>} */ work) => {
    const outcome = await perform(title, work)
    outcomes.push(outcome)
    return outcome.failed === 0
  }
  try {
    const ready = (await step('packages', installDependencies)) && (await step('tools', setUp))
    const built = ready && (await step('build', buildIfStale))
    if (ready) await step('check', async () => (await import('./check.mjs')).check())
    if (ready) await step('unit', unit)
    if (ready) await step('evaluate', evaluate)
    if (built) await step('conformance', () => counted('conformance', 'conformance.mjs', LIMITS.conformance))
    if (built) await step('attackers', () => counted('attackers', 'attackers.mjs', LIMITS.attackers, '--tries', TRIES))
    if (built) await step('faults', () => counted('faults', 'faults.mjs', LIMITS.faults, ...FAULTS))
    if (built) await step('docs', () => counted('docs', '../tools/docs-check.mjs', LIMITS.docs))
    if (built) await step('examples', () => counted('examples', 'examples.mjs', LIMITS.examples))
    if (built) await step('e2e', () => counted('e2e', 'run.mjs', LIMITS.e2e))
    else if (ready)
      console.log(
        '\nNo conformance, no attackers, no faults, no code of the pages, no examples and no end-to-end tests: there is no build.',
      )
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  const sum = total(outcomes)
  // Whoever is left with the end of a long output still learns what failed.
  for (const line of sum.failures ?? []) console.log(`✗ ${line}`)
  console.log(`\n${closingLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
})

/**
 * @param {string} title
 * @param {() => Promise<Outcome | void>} work counts nothing by itself when it returns nothing
 * @returns {Promise<Outcome>}
 */
async function perform(title, work) {
  console.log(`\n── ${title} ${'─'.repeat(76 - title.length)}`)
  const started = Date.now()
  const outcome = await work().catch((error) => fault(title, error))
  const sum = outcome ?? { passed: 0, failed: 0, skipped: 0 }
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(`── ${title}: ${outcome ? `${closingLine(sum)}, ` : ''}${seconds} s`)
  return sum
}

/** @param {string} title @param {unknown} error */
function fault(title, error) {
  console.error(error instanceof Fault ? error.message : error)
  return one(false, title, String(error))
}

/** What could not be had is said; the tests that need it fail by themselves, and say so too. */
async function setUp() {
  const { setUpTests } = await import('./setup-tests.mjs')
  await setUpTests()
}

async function unit() {
  const report = join(reports, 'unit.json')
  const args = [program('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(process.execPath, args, { seconds: LIMITS.unit })
  return honest('unit', code, existsSync(report) ? vitestOutcome(JSON.parse(readFileSync(report, 'utf8'))) : undefined)
}

/**
 * @typedef {{ fullName: string, status: string, failureMessages: readonly string[] }} Assertion
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { name: string, message: string, status: string, assertionResults: readonly Assertion[] }[] }} report
 * @returns {Outcome}
 */
function vitestOutcome({ testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const wrong = testResults.flatMap((file) => file.assertionResults.filter(({ status }) => status === 'failed'))
  const failures = [
    ...broken.map(({ name, message }) => failure(name, message)),
    ...wrong.map(({ fullName, failureMessages }) => failure(fullName, failureMessages[0])),
  ]
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests, failures }
}

/** Whether behaviour alone still tells bots from people as well as in the last report; left out where there are no recordings. */
async function evaluate() {
  const { code, output } = await run(process.execPath, [join('bench', 'evaluate.mjs'), '--check'], {
    quiet: true,
    seconds: LIMITS.evaluate,
  })
  console.log(output.trimEnd())
  return code === 0 && output.includes('Skipped: no recordings') ? { passed: 0, failed: 0, skipped: 1 } : one(code === 0, 'evaluate')
}

/**
 * A program of `e2e`, which `--counts` has write how many tests came to what, as an Outcome.
 *
 * @param {string} name
 * @param {string} file
 * @param {number} seconds
 * @param {readonly string[]} args
 */
async function counted(name, file, seconds, ...args) {
  const counts = join(reports, `${name}.json`)
  const { code } = await run(process.execPath, [join('e2e', file), '--counts', counts, ...args], { seconds })
  return honest(name, code, existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : undefined)
}

/**
 * A runner that failed, with a report of nothing but successes or with none at all, is a failure.
 *
 * @param {string} name
 * @param {number} code
 * @param {Outcome | undefined} outcome
 * @returns {Outcome}
 */
function honest(name, code, outcome) {
  if (!outcome) return one(false, name, 'no report')
  return code !== 0 && outcome.failed === 0 ? total([outcome, one(false, name, `exit code ${code}`)]) : outcome
}
