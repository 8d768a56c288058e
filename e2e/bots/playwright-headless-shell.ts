import { chromium } from 'playwright'
import type { Bot } from '../support/driver.js'
import { sandboxFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

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
