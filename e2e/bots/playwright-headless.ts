import { chromium } from 'playwright'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { visitWithPlaywright } from '../support/playwright-visit.js'
import { requireTool } from '../support/tools.js'

/** Playwright as its documentation shows it. */
export const playwrightHeadless: Bot = {
  name: 'playwright-headless',
  kind: 'bot',
  expected: ['challenge', 'block'],
  async run(site) {
    const browser = await chromium.launch({ executablePath: requireTool('chromium'), args: sandboxFlags() })
    return visitWithPlaywright(browser, site, 'fill')
  },
}
