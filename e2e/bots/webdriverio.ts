import { remote } from 'webdriverio'
import type { Bot } from '../support/driver.js'
import { startChild } from '../support/machine/child.js'
import { quietFlags } from '../support/machine/chromium.js'
import { freePort } from '../support/machine/free-port.js'
import { requireTool } from '../support/machine/tools.js'
import { untilOpen } from '../support/machine/until-open.js'
import { poll, type Robot, signUpBy } from '../support/robots/robot.js'

type Session = Awaited<ReturnType<typeof remote>>

/** WebdriverIO with a chromedriver that runs already (it would download one otherwise), in new headless mode. */
export const webdriverio: Bot = {
  name: 'webdriverio',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const port = await freePort()
    const service = startChild(requireTool('chromedriver'), [`--port=${port}`])
    try {
      ;(await untilOpen(port, 10_000)).destroy()
      const chrome = { binary: requireTool('chromium'), args: ['--headless=new', ...quietFlags(site.folder)] }
      const capabilities = { browserName: 'chrome', 'goog:chromeOptions': chrome }
      const session = await remote({ hostname: '127.0.0.1', port, path: '/', logLevel: 'error', capabilities })
      return await signUpBy(webdriverioRobot(session), site)
    } finally {
      await service.stop()
    }
  },
}

function webdriverioRobot(session: Session): Robot {
  return {
    open: async (url) => {
      await session.url(url)
    },
    action: (within) => poll(async () => (await session.$('html').getAttribute('data-vouchsafe-action')) ?? undefined, within),
    scroll: () => session.scroll(0, 300),
    type: (selector, text) => session.$(selector).setValue(text),
    click: (selector) => session.$(selector).click(),
    evaluate: (expression) => session.execute(`return ${expression}`),
    screenshot: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
    close: () => session.deleteSession(),
  }
}
