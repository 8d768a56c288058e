import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importTypescript } from '../tools/rollup/import-typescript.mjs'
import { inChromium } from './chromium.mjs'
import { ratePages } from './lib/rate-pages.mjs'

const VERDICTS = 10_000

/** What the dashboard takes on an operator's phone who was never there, beside verdicts of thirty days. @returns {Promise<import('./lib/row.mjs').Row[]>} none where there is no Chromium */
export async function benchDashboardPage() {
  /** @type {typeof import('./dashboard/open-dashboard.js')} */
  const { openDashboard } = await importTypescript('bench/dashboard/open-dashboard.ts')
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-dashboard-page-'))
  const dashboard = await openDashboard(join(folder, 'data'))
  try {
    dashboard.fill(VERDICTS)
    const { url, cookie, pass, close } = await dashboard.listen()
    const [name = '', value = ''] = cookie.split('=')
    const cookies = [{ name, value, url }]
    const project = `${url}/dashboard/prj_test`
    const pages = [
      { name: 'dashboard, log in', url: `${url}/dashboard` },
      { name: 'dashboard, overview of a day', url: project, cookies },
      { name: 'dashboard, sessions', url: `${project}/sessions`, cookies },
      { name: 'dashboard, a session', url: `${project}/sessions/${dashboard.someJti()}`, cookies },
    ]
    try {
      return (await inChromium((browser) => ratePages(browser, pages, pass))) ?? []
    } finally {
      await close()
    }
  } finally {
    await dashboard.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
