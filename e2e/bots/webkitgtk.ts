import { Builder } from 'selenium-webdriver'
import { startChild } from '../support/child.js'
import { onDisplay } from '../support/chromium.js'
import type { Bot } from '../support/driver.js'
import { freePort } from '../support/free-port.js'
import { signUpBy } from '../support/robot.js'
import { requireTool } from '../support/tools.js'
import { untilOpen } from '../support/until-open.js'
import { webdriverRobot } from '../support/webdriver-robot.js'

/** WebKitGTK’s own WebDriver, which is what there is of Safari’s engine on Linux. */
export const webkitgtk: Bot = {
  name: 'webkitgtk',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const port = await freePort()
    const options = { binary: requireTool('MiniBrowser'), args: ['--automation'] }
    const service = startChild(requireTool('WebKitWebDriver'), [`--port=${port}`], { env: onDisplay(site.display) })
    try {
      ;(await untilOpen(port, 10_000)).destroy()
      const capabilities = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }
      const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build()
      return await signUpBy(webdriverRobot(driver), site)
    } finally {
      await service.stop()
    }
  },
}
