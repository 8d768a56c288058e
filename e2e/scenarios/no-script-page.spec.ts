import type { Page } from 'playwright/test'
import { expect, test } from 'playwright/test'
import { noscriptPage, type PageState, pagePolicy } from '../../attest-server/routes/noscript/page.js'
import { type Language, languages, texts } from '../../attest-server/routes/noscript/texts.js'
import { contrasts } from './contrast.js'
import { axeFaults } from './enforce-states.js'

const states: readonly PageState[] = [
  { kind: 'wait', ticket: 'ticket' },
  { kind: 'early', ticket: 'ticket' },
  { kind: 'expired', again: 'noscript?again' },
  { kind: 'refused', code: 'origin-not-allowed' },
]

/** Shows what the server would send, under the policy that it sends with it. */
async function show(page: Page, state: PageState, language: Language): Promise<void> {
  const body = noscriptPage({ state, language, contact: 'mailto:help@example.org' })
  await page.unrouteAll()
  await page.route('**/*', (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': pagePolicy(undefined) } }),
  )
  await page.goto('http://attest.example/v1/noscript')
}

async function faults(page: Page): Promise<object> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const small = await page
    .locator('button, .again')
    .evaluateAll((all) => all.filter((element) => element.getBoundingClientRect().height < 44).map(({ textContent }) => textContent))
  const faint = (await contrasts(page.locator('body'))).filter(({ ratio }) => ratio < 4.5)
  return { wide, small, faint }
}
const none = { wide: 0, small: [], faint: [] }

for (const [name, options, how] of [
  ['light, at 200 %', { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 }, 'axe'],
  ['dark', { colorScheme: 'dark' }, 'layout'],
  ['forced colours', { forcedColors: 'active' }, 'axe'],
] as const) {
  test(`the page without JavaScript has no accessibility fault and nothing cut off: ${name}`, async ({ browser }) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    for (const state of states) {
      await show(page, state, 'en')
      const axe = how === 'axe' ? await axeFaults(page) : []
      expect({ state, ...(await faults(page)), axe }).toEqual({ state, ...none, axe: [] })
    }
    await context.close()
  })
}

test('the page without JavaScript speaks ten languages on the narrowest phone, and is used by keyboard', async ({ browser }) => {
  expect(languages).toHaveLength(10)
  const context = await browser.newContext({ viewport: { width: 320, height: 568 } })
  const page = await context.newPage()
  for (const language of languages) {
    await show(page, { kind: 'early', ticket: 'ticket' }, language)
    const { lang, direction, button, help, wait } = texts[language]
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.locator('main')).toHaveCSS('direction', direction)
    expect({ language, ...(await faults(page)) }).toEqual({ language, ...none })
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: button, exact: true })).toBeFocused()
    await expect(page.getByRole('button')).toHaveAccessibleDescription(wait)
    await expect(page.getByRole('button')).toHaveCSS('outline-style', 'solid')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: help, exact: true })).toBeFocused()
  }
  await context.close()
})
