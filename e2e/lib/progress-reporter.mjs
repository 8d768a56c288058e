/** @typedef {import('playwright/types/testReporter').Reporter} Reporter */

/** Says of each run, as it ends, what came of it, and how many are left. @implements {Reporter} */
class ProgressReporter {
  #all = 0
  #done = 0
  #begun = 0

  /** @type {NonNullable<Reporter['onBegin']>} */
  onBegin = (_, suite) => {
    this.#all = suite.allTests().length
    this.#begun = Date.now()
    console.log(`${this.#all} to run`)
  }

  /** @type {NonNullable<Reporter['onTestEnd']>} */
  onTestEnd = ({ title, expectedStatus }, { status, duration, annotations, error }) => {
    this.#done++
    const outcome = annotations.find(({ type }) => type === 'outcome')?.description ?? error?.message?.split('\n')[0] ?? ''
    const word = status === 'skipped' ? 'NOT RUN' : status === expectedStatus ? 'ok' : 'NOT OK'
    const left = Math.ceil((((Date.now() - this.#begun) / this.#done) * (this.#all - this.#done)) / 60_000)
    const seconds = (duration / 1000).toFixed(0)
    console.log(`[${this.#done}/${this.#all}, ${left} min left] ${word}: ${title}: ${outcome} (${seconds} s)`)
  }

  /** @type {NonNullable<Reporter['onStdOut']>} */
  onStdOut = (text) => void process.stdout.write(text)

  /** @type {NonNullable<Reporter['onError']>} */
  onError = ({ message }) => console.error(message)
}

// biome-ignore lint/style/noDefaultExport: Playwright takes the class from the default export.
export default ProgressReporter
