import { chromium } from 'playwright'
import type { Bot } from '../support/driver.js'
import { sandboxFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

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
