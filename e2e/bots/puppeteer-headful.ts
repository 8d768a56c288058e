import { launch } from 'puppeteer-core'
import { onDisplay, quietFlags } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { puppeteerRobot } from '../support/puppeteer-robot.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'

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
