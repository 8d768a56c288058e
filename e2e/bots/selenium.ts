import { Builder, By, type WebDriver } from 'selenium-webdriver'
import { Options, ServiceBuilder } from 'selenium-webdriver/chrome.js'
import { quietFlags } from '../support/chromium.js'
import { ANSWER_WITHIN, type Bot, type Outcome, type Site, signUp } from '../support/driver.js'
import { requireTool } from '../support/tools.js'

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
    return visit(driver, site)
  },
}

async function visit(driver: WebDriver, site: Site): Promise<Outcome> {
  try {
    await driver.get(site.url)
    await driver.wait(() => actionAtLoad(driver), 5000).catch(() => undefined)
    const atLoad = await actionAtLoad(driver)
    await driver.executeScript('scrollBy(0, 300)')
    await driver.findElement(By.css('input[type=email]')).sendKeys(signUp.email)
    await driver.findElement(By.css('input[type=password]')).sendKeys(signUp.password)
    await driver.findElement(By.css('button[type=submit]')).click()
    await site.answer(ANSWER_WITHIN)
    return { atLoad }
  } finally {
    await driver.quit()
  }
}

async function actionAtLoad(driver: WebDriver): Promise<string | undefined> {
  return (await driver.findElement(By.css('html')).getAttribute('data-vouchsafe-action')) ?? undefined
}
