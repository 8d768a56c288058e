import { launch } from 'puppeteer-core'
import type { Bot } from '../support/driver.js'
import { inWindow } from '../support/machine/chromium.js'
import { gatePreferences, hasPins } from '../support/machine/gate.js'
import { puppeteerRobot } from '../support/robots/puppeteer-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Firefox with a window, driven by Puppeteer over WebDriver BiDi. */
export const firefoxBidi: Bot = {
  name: 'firefox-bidi',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const window = { ...inWindow('firefox-esr', site.display), defaultViewport: null }
    const gate = { extraPrefsFirefox: gatePreferences(), acceptInsecureCerts: hasPins() }
    const browser = await launch({ ...window, browser: 'firefox', userDataDir: site.folder, ...gate })
    return signUpBy(await puppeteerRobot(browser), site)
  },
}
