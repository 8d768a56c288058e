import puppeteerCore from 'puppeteer-core'
import { addExtra, type VanillaPuppeteer } from 'puppeteer-extra'
import stealth from 'puppeteer-extra-plugin-stealth'
import { quietFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { puppeteerRobot } from '../support/puppeteer-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

/** Puppeteer with all evasions of puppeteer-extra-plugin-stealth. */
export const puppeteerStealth: Bot = {
  name: 'puppeteer-stealth',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    // puppeteer-extra's types are of an older Puppeteer; the object is the one that it wraps.
    const extra = addExtra(puppeteerCore as unknown as VanillaPuppeteer)
    extra.use(stealth())
    const browser = await extra.launch({ executablePath: requireTool('chromium'), headless: true, args: quietFlags(site.folder) })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
