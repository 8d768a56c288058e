import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const paths = ['', 'login', 'checkout', 'enforced', 'tour', 'tour/you', 'tour/code', 'sign-up', 'welcome', 'nowhere']
const looks = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: { width: 375, height: 667 } }],
] as const

/** Sends the sign-up with no verdict: what a visitor sees whose script did not run. */
async function refused(page: Page, url: string): Promise<void> {
  await page.route('**/collector.js', (route) => route.abort())
  await page.goto(url)
  await page.fill('input[type=email]', 'robin@example.org')
  await page.fill('input[type=password]', 'Quiet-River-48')
  await page.click('button[type=submit]')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One thing was missing')
  // A heading has its text before the page has its style.
  await page.waitForLoadState()
}

async function faults(page: Page): Promise<unknown> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).exclude('vouchsafe-screen').analyze()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  // WCAG 2.2, 2.5.8; links within a sentence are exempt.
  const small = await page
    .locator('button, summary, nav a, footer a, .button')
    .evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
        .map((element) => element.textContent),
    )
  return { axe: violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target)}`), overflow, small }
}

for (const [name, options] of looks) {
  test(`no page of the demo has an accessibility fault, a small target or anything cut off: ${name}`, async ({ browser, site }) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    for (const path of paths) {
      // An enforced page covers itself before this headless browser; that screen has tests of its own.
      if (path === 'enforced') await page.route('**/enforce*.js', (route) => route.abort())
      await page.goto(site.url + path)
      if (path === 'tour/you') await expect(page.locator('#server .facts'), 'filled').toBeVisible({ timeout: 15_000 })
      expect(await faults(page), `/${path}`).toEqual({ axe: [], overflow: 0, small: [] })
    }
    await refused(page, site.url)
    expect(await faults(page), 'refused').toEqual({ axe: [], overflow: 0, small: [] })
    await context.close()
  })
}
