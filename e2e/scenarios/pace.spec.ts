import type { Browser } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'
import type { Attestation } from './collector-page.js'

/** What is promised: a verdict within 1.5 s of load, on a machine with nothing else to do. In ms. */
const PROMISE = 1500
/** What is asserted of the best of some visits on a machine that may be busy. In ms. */
const LIMIT = 2 * PROMISE
const VISITS = 5

interface Visit {
  /** From the load event to the verdict, in ms. */
  readonly verdict: number
  /** Tasks of more than 50 ms from the start of navigation to the verdict, in ms. */
  readonly longTasks: readonly number[]
}

/** A first visit: a browser context that has stored and cached nothing. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(() => {
    const noted: [what: 'task' | 'verdict', ms: number][] = []
    window.seen = noted
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) noted.push(['task', duration])
    }).observe({ type: 'longtask' })
    document.addEventListener('vouchsafe:verdict', (event) => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const { status } = (event as CustomEvent<Attestation>).detail
      if (status === 'ok') noted.push(['verdict', performance.now() - (navigation?.loadEventStart ?? 0)])
    })
  })
  await page.goto(url)
  await page.waitForFunction(() => (window.seen as [string, number][]).some(([what]) => what === 'verdict'))
  await page.waitForTimeout(150)
  const noted = await page.evaluate(() => window.seen as [string, number][])
  const of = (wanted: string) => noted.filter(([what]) => what === wanted).map(([, ms]) => ms)
  await context.close()
  return { verdict: of('verdict')[0]!, longTasks: of('task') }
}

test('a first visit to the demo gets its verdict soon after load, and its main thread stays free', async ({ browser, product }, info) => {
  const visits: Visit[] = []
  for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, `${product.demo}/`))
  const times = visits.map(({ verdict }) => Math.round(verdict)).sort((a, b) => a - b)
  const tasks = visits.map(({ longTasks }) => longTasks.map(Math.round))
  info.annotations.push({ type: 'verdict after load, ms', description: `${times.join(', ')} (promised on an idle machine: ${PROMISE})` })
  info.annotations.push({ type: 'long tasks of each visit, ms', description: JSON.stringify(tasks) })
  console.log(`first verdict ${times.join(', ')} ms after load; long tasks ${JSON.stringify(tasks)}`)
  expect(times[0]).toBeLessThan(LIMIT)
  // Other programs on the machine make long tasks of short ones. One undisturbed visit shows what the page itself does.
  expect(Math.min(...tasks.map((one) => one.length))).toBe(0)
})
