import { launch } from 'puppeteer-core'
import { quietFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { puppeteerRobot } from '../support/puppeteer-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

/** Puppeteer as its documentation shows it. */
export const puppeteer: Bot = {
  name: 'puppeteer',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const browser = await launch({ executablePath: requireTool('chromium'), args: quietFlags(site.folder) })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
