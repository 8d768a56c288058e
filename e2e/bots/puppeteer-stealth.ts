import puppeteerCore from 'puppeteer-core'
import { addExtra, type VanillaPuppeteer } from 'puppeteer-extra'
import stealth from 'puppeteer-extra-plugin-stealth'
import type { Bot } from '../support/driver.js'
import { quietFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

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
