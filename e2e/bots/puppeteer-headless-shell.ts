import { launch } from 'puppeteer-core'
import { quietFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { puppeteerRobot } from '../support/puppeteer-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

/** Puppeteer with `headless: 'shell'`: the old headless mode, quicker and still common. */
export const puppeteerHeadlessShell: Bot = {
  name: 'puppeteer-headless-shell',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const executablePath = requireTool('chromium-headless-shell')
    const browser = await launch({ executablePath, headless: 'shell', args: quietFlags(site.folder) })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
