import { atMost } from './row.mjs'

/** Of each page; the best counts, for the machine is shared. */
const VISITS = 5
/** A phone as Lighthouse takes it: four times slower, 150 ms and 1.6 Mbit/s away. */
const PHONE = { latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8, offline: false }
const SLOWER = 4

/** Up to where Lighthouse calls it good (https://web.dev/articles/vitals); bytes are a limit of ours. */
const limits = /** @type {const} */ ([
  ['fcp', 'ms', 'to the first text', 1800],
  ['lcp', 'ms', 'to the largest thing in sight', 2500],
  ['cls', '', 'of layout shift', 0.1],
  ['tbt', 'ms', 'that the main thread is blocked', 200],
  ['bytes', 'B', 'sent', 100_000],
])

/** @typedef {Record<typeof limits[number][0], number>} Vitals */

/** A page of ours, and what somebody brings to it. @typedef {{ name: string, url: string, cookies?: Parameters<import('playwright').BrowserContext['addCookies']>[0] }} Opened */

/** What pages take on a phone. @param {import('playwright').Browser} browser @param {readonly Opened[]} pages @param {() => void} [before] each visit */
export async function ratePages(browser, pages, before) {
  const rows = []
  for (const page of pages) {
    const visits = []
    for (let round = 0; round < VISITS; round++) {
      before?.()
      visits.push(await visit(browser, page))
    }
    for (const [name, unit, what, limit] of limits) {
      const value = Math.min(...visits.map((vitals) => vitals[name]))
      rows.push(atMost({ name: `${page.name}: ${what}`, value, unit }, { name: 'of what is good', value: limit }))
    }
  }
  return rows
}

/** @param {import('playwright').Browser} browser @param {Opened} opened @returns {Promise<Vitals>} */
async function visit(browser, { url, cookies = [] }) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  await context.addCookies([...cookies])
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', PHONE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(readVitals)
  await context.close()
  return { ...seen, bytes }
}

/** In the page: what the browser has noted of it, blocking time as what tasks take beyond 50 ms. */
function readVitals() {
  const entries = (/** @type {string} */ type) =>
    new Promise((/** @type {(list: any[]) => void} */ resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
      observer.observe({ type, buffered: true })
      setTimeout(() => resolve([]), 300)
    })
  return Promise.all(['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'].map(entries)).then(
    ([paint, largest, shifts, tasks]) => ({
      fcp: paint?.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? Number.NaN,
      lcp: largest?.at(-1)?.startTime ?? Number.NaN,
      cls: (shifts ?? []).reduce((sum, { value }) => sum + value, 0),
      tbt: (tasks ?? []).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    }),
  )
}
