import { launch } from 'puppeteer-core'
import type { Bot } from '../support/driver.js'
import { onDisplay, quietFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Puppeteer with a window, and the viewport that the window has. */
export const puppeteerHeadful: Bot = {
  name: 'puppeteer-headful',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const window = { executablePath: requireTool('chromium'), headless: false, env: onDisplay(site.display), defaultViewport: null }
    const browser = await launch({ ...window, args: quietFlags(site.folder) })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
