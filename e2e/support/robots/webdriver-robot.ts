import { By, type WebDriver } from 'selenium-webdriver'
import { poll, type Robot } from './robot.js'

/** What a Selenium script does, whichever browser's driver it talks to. */
export function webdriverRobot(driver: WebDriver): Robot {
  const find = (selector: string) => driver.findElement(By.css(selector))
  return {
    open: (url) => driver.get(url),
    action: (within) => poll(async () => (await find('html').getAttribute('data-vouchsafe-action')) ?? undefined, within),
    scroll: () => driver.executeScript('scrollBy(0, 300)'),
    type: (selector, text) => find(selector).sendKeys(text),
    click: (selector) => find(selector).click(),
    evaluate: (expression) => driver.executeScript(`return ${expression}`),
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    close: () => driver.quit(),
  }
}
