import { chromium } from 'playwright'
import type { Bot } from '../support/driver.js'
import { graphicsFlags, inWindow, sandboxFlags } from '../support/machine/chromium.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

const FALSE_USER_AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'

/**
 * Playwright that hides what most people know to hide: `navigator.webdriver`, headless mode, the user agent, and that nothing but
 * Playwright's own software draws its graphics.
 */
export const playwrightSpoofed: Bot = {
  name: 'playwright-spoofed',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const disguise = ['--disable-blink-features=AutomationControlled', `--user-agent=${FALSE_USER_AGENT}`]
    const args = [...sandboxFlags(), ...graphicsFlags, ...disguise]
    const window = inWindow('chromium', site.display)
    const browser = await chromium.launch({ ...window, args, ignoreDefaultArgs: ['--enable-automation', '--enable-unsafe-swiftshader'] })
    return signUpBy(playwrightRobot(await browser.newPage(), browser, 'keys'), site)
  },
}
