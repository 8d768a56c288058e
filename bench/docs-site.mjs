import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite } from '../tools/docs-site/build-site.mjs'
import { serveSite } from '../tools/docs-site/serve.mjs'
import { inChromium } from './chromium.mjs'
import { atMost } from './lib/row.mjs'

/** The first page, a long guide, and one that is made of the source. */
const PAGES = ['index.html', 'verdict.html', 'api/verify.html']
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

/** What pages of the documentation take on a phone. @returns {Promise<import('./lib/row.mjs').Row[]>} none where there is no Chromium */
export async function benchDocsSite() {
  const out = mkdtempSync(join(tmpdir(), 'vouchsafe-bench-'))
  await buildSite({ out })
  const site = await serveSite(out)
  try {
    const rows = await inChromium(async (browser) => {
      const rows = []
      for (const page of PAGES) {
        const visits = []
        for (let round = 0; round < VISITS; round++) visits.push(await visit(browser, site.url + page))
        for (const [name, unit, what, limit] of limits) {
          const value = Math.min(...visits.map((vitals) => vitals[name]))
          rows.push(atMost({ name: `docs ${page}: ${what}`, value, unit }, { name: 'of what is good', value: limit }))
        }
      }
      return rows
    })
    return rows ?? []
  } finally {
    await site.close()
    rmSync(out, { recursive: true, force: true })
  }
}

/** @param {import('playwright').Browser} browser @param {string} url @returns {Promise<Vitals>} */
async function visit(browser, url) {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } })
  const devtools = await page.context().newCDPSession(page)
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', PHONE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(readVitals)
  await page.close()
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
