import type { Page } from 'playwright/test'
import { contrasts } from './contrast.js'
import { expect, test } from './enforce-stage.js'
import { axeFaults, dialog, layoutFaults, reach, states } from './enforce-states.js'

/** Browsers zoom by making the window smaller and its pixels larger. What axe finds does not change with them; it is run on the least width with the languages. Contrast is measured in each: axe cannot, in the top layer. */
const looks = [
  ['light', {}, 'axe'],
  ['dark', { colorScheme: 'dark' }, 'layout'],
  ['phone', { viewport: { width: 375, height: 667 } }, 'layout'],
  ['320 px wide', { viewport: { width: 320, height: 568 } }, 'layout'],
  ['1280 × 1024 at 200 %', { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 }, 'layout'],
  ['1280 × 1024 at 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, 'layout'],
  ['forced colours', { forcedColors: 'active' }, 'axe'],
  ['forced colours, dark', { forcedColors: 'active', colorScheme: 'dark' }, 'layout'],
] as const

for (const [name, options, how] of looks) {
  test(`no screen has an accessibility fault, anything cut off or a small target: ${name}`, async ({ browser, stage }) => {
    // Nothing has to be waited for to come to rest.
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    for (const state of states) {
      await reach(page, stage, state)
      const measured = await contrasts(dialog(page))
      expect(measured.length).toBeGreaterThan(2)
      const faint = measured.filter(({ ratio }) => ratio < 4.5)
      const axe = how === 'axe' ? await axeFaults(page, 'vouchsafe-screen') : []
      const found = { state, axe, layout: await layoutFaults(page), faint }
      expect(found).toEqual({ state, axe: [], layout: [], faint: [] })
    }
    await context.close()
  })
}

test('text of twice the size fits, without scrolling in two directions', async ({ browser, stage }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1024 }, reducedMotion: 'reduce' })
  const devtools = await page.context().newCDPSession(page)
  await reach(page, stage, 'asked')
  const usual = await dialog(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  for (const state of states) {
    await reach(page, stage, state)
    await expect(dialog(page)).toHaveCSS('font-size', `${usual * 2}px`)
    expect({ state, layout: await layoutFaults(page) }).toEqual({ state, layout: [] })
  }
  await page.close()
})

test('text spaced as readers of their own style sheets space it is not cut off', async ({ browser, stage }) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 568 }, reducedMotion: 'reduce' })
  for (const state of states) {
    await reach(page, stage, state, { language: 'de' })
    // WCAG 2.2, 1.4.12.
    await dialog(page).evaluate((element) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
      )
      ;(element.getRootNode() as ShadowRoot).adoptedStyleSheets.push(sheet)
    })
    const clipped = await dialog(page).evaluate((element) =>
      [...element.querySelectorAll('*')]
        .filter((inner) => inner.checkVisibility() && inner.scrollWidth > inner.clientWidth + 1 && inner.clientWidth > 0)
        .map(({ className, tagName }) => `${tagName} ${className}`),
    )
    expect({ state, clipped, layout: await layoutFaults(page) }).toEqual({ state, clipped: [], layout: [] })
  }
  await page.close()
})

/** Names of what moves on the screen, of animations and transitions. */
const moving = (page: Page) =>
  dialog(page).evaluate((element) =>
    (element.getRootNode() as ShadowRoot).getAnimations().map((animation) => (animation as CSSAnimation).animationName ?? 'transition'),
  )

test('who wants less motion sees none but a slow bar', async ({ browser, stage }) => {
  const still = await browser.newPage({ reducedMotion: 'reduce' })
  await stage.show(still, 'challenge')
  expect(await moving(still)).toEqual([])
  await dialog(still).locator('.main').click()
  expect(await moving(still)).toEqual(['flow'])
  await still.evaluate(() => window.progress?.(0.5))
  expect(await moving(still)).toEqual([])
  await still.close()
})

test('forced colours leave borders, the bar and the focus to be seen, and the page behind a firm screen hidden', async ({
  browser,
  stage,
}) => {
  const page = await browser.newPage({ forcedColors: 'active' })
  await reach(page, stage, 'running')
  const [edge, ground, bar, track] = await dialog(page).evaluate((element) => {
    const colour = (selector: string, pseudo?: string) => getComputedStyle(element.querySelector(selector) ?? element, pseudo)
    return [colour('.card').borderTopColor, colour('.card').backgroundColor, colour('progress').color, colour('progress').backgroundColor]
  })
  expect(edge).not.toBe(ground)
  expect(bar).not.toBe(track)
  await reach(page, stage, 'asked')
  await page.keyboard.press('Tab')
  await expect(dialog(page).locator('.main')).toBeFocused()
  await expect(dialog(page).locator('.main')).toHaveCSS('outline-style', 'solid')
  // The browser would paint a plate behind the words of the button, in the colour of the page.
  await expect(dialog(page).locator('.main')).toHaveCSS('forced-color-adjust', 'none')
  await reach(page, stage, 'blocked')
  expect(await dialog(page).evaluate((element) => getComputedStyle(element).backgroundColor)).toMatch(/^rgb\(/)
  await page.close()
})
