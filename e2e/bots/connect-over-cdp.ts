import { chromium } from 'playwright'
import type { Bot } from '../support/driver.js'
import { startChild } from '../support/machine/child.js'
import { onDisplay, quietFlags } from '../support/machine/chromium.js'
import { freePort } from '../support/machine/free-port.js'
import { requireTool } from '../support/machine/tools.js'
import { playwrightRobot } from '../support/robots/playwright-robot.js'
import { signUpBy } from '../support/robots/robot.js'

/** An ordinary window with a debugging port of its owner’s choice, which sets no flag, and Playwright connected to it. */
export const connectOverCdp: Bot = {
  name: 'connect-over-cdp',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const port = await freePort()
    const flags = [...quietFlags(site.folder), `--remote-debugging-port=${port}`]
    const window = startChild(requireTool('chromium'), [...flags, 'about:blank'], { env: onDisplay(site.display) })
    try {
      await window.line(/DevTools listening/, 30_000)
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const page = browser.contexts()[0]?.pages()[0]
      if (!page) throw new Error('The window has no tab to take over.')
      return await signUpBy(playwrightRobot(page, browser, 'keys'), site)
    } finally {
      await window.stop()
    }
  },
}
