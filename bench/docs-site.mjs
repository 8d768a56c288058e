import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSite } from '../tools/docs-site/build-site.mjs'
import { serveSite } from '../tools/docs-site/serve.mjs'
import { inChromium } from './chromium.mjs'
import { ratePages } from './lib/rate-pages.mjs'

/** The first page, a long guide, and one that is made of the source. */
const PAGES = ['index.html', 'verdict.html', 'api/verify.html']
/** What pages of the documentation take on a phone. @returns {Promise<import('./lib/row.mjs').Row[]>} none where there is no Chromium */
export async function benchDocsSite() {
  const out = mkdtempSync(join(tmpdir(), 'vouchsafe-bench-'))
  await buildSite({ out })
  const site = await serveSite(out)
  try {
    const pages = PAGES.map((page) => ({ name: `docs ${page}`, url: site.url + page }))
    return (await inChromium((browser) => ratePages(browser, pages))) ?? []
  } finally {
    await site.close()
    rmSync(out, { recursive: true, force: true })
  }
}
