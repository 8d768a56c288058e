import { launch } from 'rebrowser-puppeteer-core'
import type { Bot } from '../support/driver.js'
import { inWindow, quietFlags } from '../support/machine/chromium.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Puppeteer with the patches of rebrowser, which never enables the Runtime domain. With a window, and without the automation flag. */
export const rebrowserPuppeteer: Bot = {
  name: 'rebrowser-puppeteer',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const args = [...quietFlags(site.folder), '--disable-blink-features=AutomationControlled']
    const window = { ...inWindow('chromium', site.display), defaultViewport: null }
    const browser = await launch({ ...window, args, ignoreDefaultArgs: ['--enable-automation'] })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
