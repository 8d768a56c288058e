import { chromium } from 'playwright'
import { addExtra } from 'playwright-extra'
import stealth from 'puppeteer-extra-plugin-stealth'
import { sandboxFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { playwrightRobot } from '../support/playwright-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

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
