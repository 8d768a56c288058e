import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { atMost, told } from './lib/row.mjs'

const FEW = 1000
const MANY = 1_000_000
const ROUNDS = 15
/** What a page may take longer beside a million than beside a thousand. */
const MOST = 2
/** ms: what somebody who clicks does not notice. */
const MOST_TIME = { name: '100 ms', value: 100 }

/** Each with what it asks. @type {readonly (readonly [name: string, method: string, path: (jti: string) => string, body?: object])[]} */
const views = [
  ['list', 'GET', () => '/sessions'],
  ['list of what was blocked', 'GET', () => '/sessions?action=block'],
  ['list of a rare kind', 'GET', () => '/sessions?kind=click-fraud'],
  ['list of a rare tell', 'GET', () => '/sessions?tell=tell.webdriver'],
  ['a session', 'GET', (jti) => `/sessions/${jti}`],
  ['overview of a day', 'GET', () => '/overview'],
  ['overview of thirty days', 'GET', () => '/overview?hours=720'],
  ['other settings on the past', 'POST', () => '/scoring/preview', { challenge_likely: true }],
]

/** What costs more where there is more, up to a bound. */
const bounded = ['list of a rare kind', 'list of a rare tell', 'overview of a day', 'overview of thirty days']

/** ms for each view: the best of some rounds, for what else runs on the machine only adds to it. @param {import('./dashboard/open-dashboard.js').Dashboard} dashboard */
async function measure(dashboard) {
  const best = views.map(() => Infinity)
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, [, method, path, body]] of views.entries())
      best[i] = Math.min(best[i] ?? Infinity, await dashboard.ask(method, path(dashboard.someJti()), body))
  return best
}

/**
 * What the dashboard's pages cost the server beside a million verdicts, against a thousand: in the embedded store, from the request to the end of the answer.
 *
 * @returns {Promise<import('./lib/row.mjs').Row[]>}
 */
export async function benchDashboard() {
  /** @type {typeof import('./dashboard/open-dashboard.js')} */
  const { openDashboard } = await importTypescript('bench/dashboard/open-dashboard.ts')
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-dashboard-'))
  const dashboard = await openDashboard(join(folder, 'data'))
  try {
    dashboard.fill(FEW)
    const few = await measure(dashboard)
    dashboard.fill(MANY)
    const many = await measure(dashboard)
    return views.flatMap(([name], i) => {
      const measured = { name: `${name}, beside ${MANY.toLocaleString('en')} verdicts`, value: many[i] ?? Number.NaN, unit: 'ms' }
      const against = { name: FEW.toLocaleString('en'), value: few[i] ?? Number.NaN }
      // Thirty days hold more hours than a thousand visits fill, and a rare kind is looked for as far as one look goes: those are held to a time.
      return bounded.includes(name) ? [told(measured, against), atMost(measured, MOST_TIME)] : [atMost(measured, against, MOST)]
    })
  } finally {
    await dashboard.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
