import { newInjectedContext } from 'fingerprint-injector'
import { chromium } from 'playwright'
import type { Bot } from '../support/driver.js'
import { inWindow, sandboxFlags } from '../support/machine/chromium.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** Playwright with the made-up fingerprint of a Windows desktop in France, as Crawlee and Apify inject it for the country of their proxy. */
export const fingerprintInjector: Bot = {
  name: 'fingerprint-injector',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const args = [...sandboxFlags(), '--disable-blink-features=AutomationControlled']
    const window = inWindow('chromium', site.display)
    const browser = await chromium.launch({ ...window, args })
    const context = await newInjectedContext(browser, {
      fingerprintOptions: { browsers: ['chrome'], devices: ['desktop'], operatingSystems: ['windows'], locales: ['fr-FR', 'fr'] },
    })
    return signUpBy(playwrightRobot(await context.newPage(), browser, 'keys'), site)
  },
}
