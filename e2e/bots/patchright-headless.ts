import { chromium } from 'patchright-core'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { playwrightRobot } from '../support/playwright-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

/** Playwright with its traces patched out, without a window. */
export const patchrightHeadless: Bot = {
  name: 'patchright-headless',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const browser = await chromium.launch({ executablePath: requireTool('chromium'), args: sandboxFlags() })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'keys'), site)
  },
}
