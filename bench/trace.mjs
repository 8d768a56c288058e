import { createServer } from 'node:http'
import { bundle } from './bundle.mjs'
import { inChromium } from './chromium.mjs'
import { atMost, told } from './lib/row.mjs'
import { timeTrace } from './time-trace.mjs'

/** @typedef {{ push: number, json: number, times: Record<string, number> }} TraceTimes ns for each event; ms for each commitment */

const PARTS = {
  startMeasuring: 'shared/trace/start-measuring.ts',
  startTrace: 'shared/trace/start-trace.ts',
  commit: 'collector/senses/commit.ts',
  startRandom: 'bench/lib/start-random.ts',
  mouseVisit: 'bench/visits.mjs',
}
/** What a visitor does until a form is sent, and what fills a trace. */
const VISITS = { 'after 20 s': 600, 'to 64 slices': 20_000 }
/** Fresh pages, of each of which the first commitment counts: nothing of it has run before. */
const PAGES = 5
/** ns for each event: what the issue of features allows for them alone. */
const MOST_EACH = { name: '2 µs', value: 2000 }
/** On the page's thread, for each verdict. */
const MOST_COMMIT = { name: '1 ms', value: 1 }

/** @param {readonly number[]} list */
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN

/**
 * What a page's thread is busy with while something is awaited on it: the tasks of the page, no more than those.
 * @param {import('playwright').Page} page @param {string} code
 */
async function busyWith(page, code) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN)
  }
  const before = await busy()
  await page.evaluate(code)
  return (await busy()) - before
}

/** @param {import('playwright').Browser} browser @param {string} url @param {string} code @param {number} count of events @returns {Promise<number>} ms */
async function firstCommitment(browser, url, code, count) {
  const page = await browser.newPage()
  await page.goto(url)
  await page.evaluate(
    `${code};window.bundle=bundle;bundle.trace=bundle.startTrace();for(const e of bundle.mouseVisit(${count},bundle.startRandom(1)))bundle.trace.push(e,e.kind==='move')`,
  )
  // What it takes to ask, and to hash once.
  const idle = await busyWith(page, "crypto.subtle.digest('SHA-256',new Uint8Array(9)).then(()=>0)")
  const spent = await busyWith(page, "bundle.commit(bundle.trace.end(),'kT4yq0mVJp2xNf7uWc1ZRg').then(()=>0)")
  await page.close()
  return Math.max(0, spent - idle)
}

/** @param {import('playwright').Browser} browser @param {string} url @returns {Promise<TraceTimes>} */
async function timeIn(browser, url) {
  const code = await bundle(PARTS, 'iife', [])
  const page = await browser.newPage()
  await page.goto(url)
  const { push, json } = await page.evaluate(`${code};(${timeTrace})(bundle, { count: 20_000, rounds: 15 }, () => performance.now())`)
  /** @type {Record<string, number>} */
  const times = {}
  for (const [name, count] of Object.entries(VISITS)) {
    const list = []
    for (let i = 0; i < PAGES; i++) list.push(await firstCommitment(browser, url, code, count))
    times[name] = median(list)
  }
  return { push, json, times }
}

/**
 * What commit and reveal adds to the page's own thread: for each event, with the features that it goes beside, against writing the event down as JSON; and
 * for a commitment, the first of its page.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchTrace() {
  // WebCrypto is there on pages of the loopback alone, or on https.
  const server = createServer((_, response) => void response.setHeader('content-type', 'text/html').end('<!doctype html>'))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  try {
    const measured = await inChromium((browser) => timeIn(browser, `http://127.0.0.1:${port}/`))
    if (!measured) return []
    const each = { name: 'trace: each event, with its features, Chromium', value: measured.push, unit: 'ns' }
    const commitments = Object.entries(measured.times).map(([name, value]) =>
      atMost({ name: `trace: the first commitment, ${name}, Chromium`, value, unit: 'ms' }, MOST_COMMIT),
    )
    return [atMost(each, MOST_EACH), told(each, { name: 'JSON.stringify', value: measured.json }), ...commitments]
  } finally {
    server.close()
  }
}
