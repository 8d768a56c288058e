import { appendFileSync } from 'node:fs'
import type { Reporter, Suite } from 'playwright/types/testReporter'

/**
 * Adds one line `{"passed","failed","skipped"}` for each run to the file that VOUCHSAFE_E2E_COUNTS names, so that `npm test` can add
 * them up. A test that passed only when tried again counts as failed: here nothing is left to luck.
 */
class CountReporter implements Reporter {
  private suite: Suite | undefined

  onBegin(_: unknown, suite: Suite): void {
    this.suite = suite
  }

  onEnd(): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.results.length === 0 ? 'skipped' : test.outcome()
      if (outcome === 'expected') counts.passed += 1
      else if (outcome === 'skipped') counts.skipped += 1
      else counts.failed += 1
    }
    appendFileSync(process.env.VOUCHSAFE_E2E_COUNTS ?? '/dev/stdout', `${JSON.stringify(counts)}\n`)
  }

  printsToStdio(): boolean {
    return false
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright takes the class from the default export.
export default CountReporter
