import { chromium } from 'patchright-core'
import type { Bot } from '../support/driver.js'
import { sandboxFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

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
