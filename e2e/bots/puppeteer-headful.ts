import { launch } from 'puppeteer-core'
import type { Bot } from '../support/driver.js'
import { inWindow, quietFlags } from '../support/machine/chromium.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Puppeteer with a window, and the viewport that the window has. */
export const puppeteerHeadful: Bot = {
  name: 'puppeteer-headful',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const window = { ...inWindow('chromium', site.display), defaultViewport: null }
    const browser = await launch({ ...window, args: quietFlags(site.folder) })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
