import { Builder } from 'selenium-webdriver'
import { Options, ServiceBuilder } from 'selenium-webdriver/chrome.js'
import type { Bot } from '../support/driver.js'
import { quietFlags } from '../support/machine/chromium.js'
import { requireTool } from '../support/machine/tools.js'
import { signUpBy } from '../support/robots/robot.js'
import { webdriverRobot } from '../support/robots/webdriver-robot.js'

/** Selenium with chromedriver, in new headless mode. */
export const selenium: Bot = {
  name: 'selenium',
  kind: 'bot',
  hook: 'browser',
  expected: ['challenge', 'block'],
  async run(site) {
    const options = new Options().setBinaryPath(requireTool('chromium')) as Options
    options.addArguments('--headless=new', ...quietFlags(site.folder))
    const service = new ServiceBuilder(requireTool('chromedriver'))
    const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build()
    return signUpBy(webdriverRobot(driver), site)
  },
}
