import { chromium } from 'playwright'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { visitWithPlaywright } from '../support/playwright-visit.js'
import { requireTool } from '../support/tools.js'

const FALSE_USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'

/** Playwright that hides what most people know to hide: `navigator.webdriver`, headless mode, and the user agent. */
export const playwrightSpoofed: Bot = {
  name: 'playwright-spoofed',
  kind: 'bot',
  expected: ['challenge', 'block'],
  async run(site) {
    const env = { ...process.env, DISPLAY: site.display } as Record<string, string>
    const args = [...sandboxFlags(), '--disable-blink-features=AutomationControlled', `--user-agent=${FALSE_USER_AGENT}`]
    const executablePath = requireTool('chromium')
    const browser = await chromium.launch({ executablePath, headless: false, args, env, ignoreDefaultArgs: ['--enable-automation'] })
    return visitWithPlaywright(browser, site, 'keys')
  },
}
