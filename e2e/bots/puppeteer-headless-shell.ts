import { launch } from 'puppeteer-core'
import type { Bot } from '../support/driver.js'
import { quietFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

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
