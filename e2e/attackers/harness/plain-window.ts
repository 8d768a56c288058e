import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '../../support/browsers/open-browser.js'
import { startDisplay } from '../../support/desk/display.js'
import { type Page, servePage } from './page.js'
import { createRelyingParty } from './relying-party.js'

const ACTION = 'sign-up'
const WITHIN = 30_000

async function visitBy(page: Page): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-window-'))
  const display = await startDisplay()
  const heard = page.attestation(WITHIN)
  const window = openBrowser({ engine: 'chromium' }, { display: display.name, folder, url: page.origin })
  try {
    return (await heard).token
  } finally {
    await window.stop()
    await display.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The honest control: a stock Chromium that nobody drives opens a page with our collector. If its verdict is not accepted, the set-up is broken, and
 * what fails in it is no defence.
 * @returns how its verdict is judged; `accepted`, if all is well
 */
export async function controlByWindow(url: string, siteKey: string): Promise<string> {
  const page = await servePage({ url, siteKey, action: ACTION })
  try {
    const { judge } = await createRelyingParty({ url, siteKey, origin: page.origin, action: ACTION })
    const token = await visitBy(page)
    return token === undefined ? 'no verdict' : await judge(token)
  } finally {
    await page.close()
  }
}
