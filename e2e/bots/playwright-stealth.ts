import { chromium } from 'playwright'
import { addExtra } from 'playwright-extra'
import stealth from 'puppeteer-extra-plugin-stealth'
import type { Bot } from '../support/driver.js'
import { sandboxFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Playwright with all evasions of puppeteer-extra-plugin-stealth, by way of playwright-extra. */
export const playwrightStealth: Bot = {
  name: 'playwright-stealth',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const extra = addExtra(chromium)
    extra.use(stealth())
    const browser = await extra.launch({ executablePath: requireTool('chromium'), headless: true, args: sandboxFlags() })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'keys'), site)
  },
}
