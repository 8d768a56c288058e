import { chromium } from 'playwright'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { visitWithPlaywright } from '../support/playwright-visit.js'
import { requireTool } from '../support/tools.js'

/** Playwright with a window, typing key by key. */
export const playwrightHeadful: Bot = {
  name: 'playwright-headful',
  kind: 'bot',
  expected: ['challenge', 'block'],
  async run(site) {
    const env = { ...process.env, DISPLAY: site.display } as Record<string, string>
    const browser = await chromium.launch({ executablePath: requireTool('chromium'), headless: false, args: sandboxFlags(), env })
    return visitWithPlaywright(browser, site, 'keys')
  },
}
