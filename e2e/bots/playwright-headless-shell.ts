import { chromium } from 'playwright'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { playwrightRobot } from '../support/playwright-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

/** Playwright with the browser without a window that it downloads by default: the old headless mode. */
export const playwrightHeadlessShell: Bot = {
  name: 'playwright-headless-shell',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const browser = await chromium.launch({ executablePath: requireTool('chromium-headless-shell'), args: sandboxFlags() })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'fill'), site)
  },
}
