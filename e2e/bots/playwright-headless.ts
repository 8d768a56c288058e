import { chromium } from 'playwright'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { playwrightRobot } from '../support/playwright-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

/** Playwright as its documentation shows it. */
export const playwrightHeadless: Bot = {
  name: 'playwright-headless',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const browser = await chromium.launch({ executablePath: requireTool('chromium'), args: sandboxFlags() })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'fill'), site)
  },
}
