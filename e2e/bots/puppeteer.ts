import { launch } from 'puppeteer-core'
import type { Bot } from '../support/driver.js'
import { quietFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

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
