import type { Browser, Page } from 'playwright'
import { ANSWER_WITHIN, type Outcome, type Site, signUp } from './driver.js'

/** How a Playwright script enters text: `fill` sets a field at once, `keys` presses one key after the other. */
export type Typing = 'fill' | 'keys'

/** The common scenario, as a Playwright script does it. Closes the browser. */
export async function visitWithPlaywright(browser: Browser, site: Site, typing: Typing): Promise<Outcome> {
  try {
    const page = await browser.newPage()
    await page.goto(site.url, { waitUntil: 'load' })
    const atLoad = await actionAtLoad(page)
    await page.mouse.move(300, 300)
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(500)
    await enter(page, 'input[type=email]', signUp.email, typing)
    await enter(page, 'input[type=password]', signUp.password, typing)
    await page.locator('button[type=submit]').first().click()
    await site.answer(ANSWER_WITHIN)
    return { atLoad }
  } finally {
    await browser.close()
  }
}

async function enter(page: Page, selector: string, text: string, typing: Typing): Promise<void> {
  const field = page.locator(selector).first()
  if (typing === 'fill') return field.fill(text)
  await field.click()
  await field.pressSequentially(text, { delay: 40 })
}

/** The action in the page once it is known; undefined when it does not come within 5 s, which is for the backend to judge. */
async function actionAtLoad(page: Page): Promise<string | undefined> {
  const marked = page.locator('html[data-vouchsafe-action]')
  await marked.waitFor({ state: 'attached', timeout: 5000 }).catch(() => undefined)
  return (await page.locator('html').getAttribute('data-vouchsafe-action')) ?? undefined
}
