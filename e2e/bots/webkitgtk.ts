import { Builder } from 'selenium-webdriver'
import type { Bot } from '../support/driver.js'
import { startChild } from '../support/machine/child.js'
import { onDisplay } from '../support/machine/chromium.js'
import { freePort } from '../support/machine/free-port.js'
import { requireTool } from '../support/machine/tools.js'
import { untilOpen } from '../support/machine/until-open.js'
import { signUpBy } from '../support/robots/robot.js'
import { webdriverRobot } from '../support/robots/webdriver-robot.js'

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
