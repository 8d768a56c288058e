import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../tools/bootstrap.mjs'
import { findChromium } from './chromium.mjs'
import { startBrowser, startServer } from './first-verdict/processes.mjs'
import { startSite } from './first-verdict/site.mjs'
import { visit } from './first-verdict/visit.mjs'
import { median } from './lib/median.mjs'
import { atMost, told } from './lib/row.mjs'

/** Of each page, in turns. */
const VISITS = 40
/** The first of each are for the browser to warm up. */
const WARM_UP = 2

const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** A long task. */
const ONE = { name: 'one', value: 1 }

/** @typedef {import('./first-verdict/visit.mjs').Cost} Cost */

/** @param {string} executable @returns {Promise<Readonly<Record<string, Cost[]>>>} by page */
async function measure(executable) {
  await buildIfStale()
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-bench-'))
  const server = await startServer(join(folder, 'data'))
  const site = await startSite(server.url)
  const browser = startBrowser(executable, join(folder, 'profile'))
  try {
    /** @type {Record<string, Cost[]>} */
    const costs = Object.fromEntries(site.names.map((name) => [name, []]))
    // In turns, so that a busy moment of the machine meets all of them.
    for (let round = -WARM_UP; round < VISITS; round++) {
      for (const name of site.names) {
        const cost = await visit(browser, `${site.address}/${name}`)
        if (round >= 0) costs[name]?.push(cost)
      }
    }
    return costs
  } finally {
    await Promise.all([browser.stop(), site.stop(), server.stop()])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/**
 * What a first verdict costs the page's main thread, against BotD's in the same run; the page itself is taken off both.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>} none where there is no Chromium
 */
export async function benchFirstVerdict() {
  const executable = findChromium()
  if (!executable) return []
  const costs = await measure(executable)
  const of = (/** @type {string} */ page, /** @type {'task' | 'script'} */ what) => median((costs[page] ?? []).map((cost) => cost[what]))
  const net = (/** @type {string} */ page, /** @type {'task' | 'script'} */ what) => of(page, what) - of('control', what)
  const longTasks = (/** @type {string} */ page) => (costs[page] ?? []).map((cost) => cost.longTasks)
  const [own, page] = [mean(longTasks('vouchsafe')), mean(longTasks('control'))]
  const beside = (/** @type {'task' | 'script'} */ what) => ({ name: 'BotD', value: net('botd', what) })
  const tasks = (/** @type {string} */ which, /** @type {number} */ value) => ({
    name: `first verdict: long tasks, ${which}`,
    value,
    unit: 'a visit',
  })
  return [
    atMost({ name: 'first verdict: main thread', value: net('vouchsafe', 'task'), unit: 'ms' }, beside('task')),
    // What is no script (parsing, layout, messages) is in the row above.
    told({ name: 'first verdict: scripts alone', value: net('vouchsafe', 'script'), unit: 'ms' }, beside('script')),
    atMost(tasks('median', median(longTasks('vouchsafe'))), ONE, 0),
    // With that alone, all but half of the visits might have one. A machine that is busy with other work makes long tasks of short ones, on the page
    // without us as well: what it makes there is taken off.
    atMost(tasks('mean, the page itself taken off', own - page), ONE, 0),
    told(tasks('mean, with the page', own), ONE),
  ]
}
