import { chromium } from 'playwright'
import type { Bot } from '../support/driver.js'
import { inWindow, sandboxFlags } from '../support/machine/chromium.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Playwright with a window, typing key by key. */
export const playwrightHeadful: Bot = {
  name: 'playwright-headful',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const browser = await chromium.launch({ ...inWindow('chromium', site.display), args: sandboxFlags() })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'keys'), site)
  },
}
