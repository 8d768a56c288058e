import type { Browser, Page } from 'puppeteer-core'
import { ANSWER_WITHIN, type Outcome, type Site, signUp } from './driver.js'

/** The common scenario, as a Puppeteer script does it. Closes the browser. */
export async function visitWithPuppeteer(browser: Browser, site: Site): Promise<Outcome> {
  try {
    const page = await browser.newPage()
    await page.goto(site.url, { waitUntil: 'load' })
    const atLoad = await actionAtLoad(page)
    await page.mouse.move(300, 300)
    await page.mouse.wheel({ deltaY: 300 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    await enter(page, 'input[type=email]', signUp.email)
    await enter(page, 'input[type=password]', signUp.password)
    await page.click('button[type=submit]')
    await site.answer(ANSWER_WITHIN)
    return { atLoad }
  } finally {
    await browser.close()
  }
}

async function enter(page: Page, selector: string, text: string): Promise<void> {
  await page.click(selector)
  await page.type(selector, text, { delay: 40 })
}

async function actionAtLoad(page: Page): Promise<string | undefined> {
  await page.waitForSelector('html[data-vouchsafe-action]', { timeout: 5000 }).catch(() => null)
  return (await page.evaluate(() => document.documentElement.dataset.vouchsafeAction)) ?? undefined
}
