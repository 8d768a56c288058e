import { chromium } from 'rebrowser-playwright-core'
import type { Bot } from '../support/driver.js'
import { inWindow, sandboxFlags } from '../support/machine/chromium.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Playwright with the patches of rebrowser, which never enables the Runtime domain. With a window, and without the automation flag. */
export const rebrowserPlaywright: Bot = {
  name: 'rebrowser-playwright',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const args = [...sandboxFlags(), '--disable-blink-features=AutomationControlled']
    const window = inWindow('chromium', site.display)
    const browser = await chromium.launch({ ...window, args })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'keys'), site)
  },
}
