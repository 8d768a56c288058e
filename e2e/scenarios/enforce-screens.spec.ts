import type { Page } from 'playwright/test'
import { contrasts } from './contrast.js'
import { expect, test } from './enforce-stage.js'
import { answer, playRound } from './enforce-states.js'

const proceed = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Continue' })
const title = (page: Page) => page.getByRole('dialog').getByRole('heading')
const outcome = (page: Page) => page.evaluate(() => window.noted.outcome)

test.describe('the challenge screen', () => {
  test('asks, shows progress, thanks, and gives the page back as it was', async ({ page, stage }) => {
    await stage.show(page, 'challenge')
    const scrolled = await page.evaluate(() => scrollY)
    expect(scrolled).toBeGreaterThan(0)
    await expect(page.getByRole('dialog', { name: 'One quick check' })).toBeInViewport()
    await proceed(page).click()
    await expect(page.getByRole('status')).toHaveText(/^Checking/)
    await page.evaluate(() => window.progress?.(0.5))
    await expect(page.getByRole('progressbar')).toHaveAttribute('value', '0.5')
    await answer(page, 'allow')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await outcome(page)).toBe('passed')
    await expect(page.locator('#email')).toBeFocused()
    await expect(page.locator('#email')).toHaveValue('ada@example.org')
    expect(
      await page.evaluate(() => [scrollY, document.documentElement.children.length, document.querySelectorAll('[inert]').length]),
    ).toEqual([scrolled, 2, 0])
  })

  test('stops after two rounds, says so, and names the latest reference and the contact', async ({ page, stage }) => {
    await stage.show(page, 'challenge')
    await playRound(page, 'challenge')
    await expect(title(page)).toHaveText('Once more, please')
    await playRound(page, 'challenge')
    await expect(title(page)).toHaveText('We could not confirm this visit')
    expect(await page.evaluate(() => window.noted)).toMatchObject({ rounds: [1, 2], outcome: 'stopped' })
    await expect(page.getByText('REF-2')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Contact us' })).toHaveAttribute('href', 'mailto:help@example.org?subject=REF-2')
    await expect(proceed(page)).toHaveCount(0)
    // Asked again, it stays with its word: no third round, no second screen.
    expect(
      await page.evaluate(() => window.vouchsafeEnforce.show({ kind: 'challenge', reference: '', attest: () => Promise.reject() })),
    ).toBe('stopped')
    await expect(page.getByRole('dialog')).toHaveCount(1)
  })

  test('turns into the block screen when the answer is to block', async ({ page, stage }) => {
    await stage.show(page, 'challenge')
    await playRound(page, 'block')
    await expect(title(page)).toHaveText('This visit was stopped')
    expect(await page.evaluate(() => window.noted)).toMatchObject({ rounds: [1], outcome: 'blocked' })
  })

  test('works by keyboard alone, keeps the focus inside, and cannot be dismissed', async ({ page, stage }) => {
    await stage.show(page, 'challenge')
    await expect(title(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(proceed(page)).toBeFocused()
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull()
    }
    await proceed(page).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => window.noted.rounds)).toEqual([1])
    // The button is busy, not gone: the keyboard's place is kept, and pressing it again does nothing.
    await expect(proceed(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await answer(page, 'challenge')
    await expect(title(page)).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await answer(page, 'allow')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(await page.evaluate(() => window.noted.rounds)).toEqual([1, 2])
  })

  test('works by touch', async ({ browser, stage }) => {
    const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 667 } })
    const page = await context.newPage()
    await stage.show(page, 'challenge')
    await proceed(page).tap()
    await answer(page, 'allow')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await context.close()
  })

  test('lets the visitor on when the attestation itself breaks down', async ({ page, stage }) => {
    await stage.show(page, 'block')
    await page.goto(`${stage.site}/`)
    const passed = page.evaluate(() =>
      window.vouchsafeEnforce.show({ kind: 'challenge', reference: '', attest: () => Promise.reject(new Error('broken')) }),
    )
    await proceed(page).click()
    expect(await passed).toBe('passed')
  })
})

test.describe('the block screen', () => {
  test('hides the page, gives a reference to copy, a contact and a way back', async ({ page, stage, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await stage.show(page, 'block')
    await expect(title(page)).toBeFocused()
    expect(await outcome(page)).toBe('blocked')
    await page.getByRole('button', { name: 'Copy' }).click()
    await expect(page.getByRole('status')).toHaveText('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('REF-0')
    await page.getByRole('button', { name: 'Go back' }).click()
    await expect(page).toHaveTitle('The page before')
  })

  test('leads to the start of the site where there is nothing to go back to', async ({ context, stage }) => {
    const page = await context.newPage()
    await page.goto(`${stage.site}/`)
    await page.evaluate(() => Object.defineProperty(history, 'length', { value: 1 }))
    await page.evaluate(() => window.vouchsafeEnforce.show({ kind: 'block', reference: '', attest: () => Promise.reject() }))
    await expect(page.getByRole('link', { name: 'Go to the home page' })).toHaveAttribute('href', '/')
  })
})

const accents = ['#a93a28', 'yellow', 'lime', 'cyan', 'magenta', 'blue', 'white', 'black', 'rgb(255 255 0 / 10%)', 'oklch(0.9 0.4 110)']

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screens take the page’s accent, and stay readable whatever it is: ${colorScheme}`, async ({ browser, stage }) => {
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    await stage.show(page, 'challenge')
    const plain = await proceed(page).evaluate((element) => getComputedStyle(element).backgroundColor)
    for (const accent of accents) {
      await stage.show(page, 'challenge', { accent })
      const dialog = page.getByRole('dialog')
      const idle = await contrasts(dialog)
      await proceed(page).hover()
      await expect(proceed(page)).not.toHaveCSS('background-color', plain)
      const faults = [...idle, ...(await contrasts(dialog))].filter(({ ratio }) => ratio < 4.5)
      expect(faults, accent).toEqual([])
    }
    await stage.show(page, 'challenge', { accent: 'no colour' })
    await expect(proceed(page)).toHaveCSS('background-color', plain)
    await context.close()
  })
}

for (const kind of ['challenge', 'block'] as const) {
  for (const modal of [true, false]) {
    test(`behind the ${kind} screen nothing can be reached, ${modal ? 'in the top layer' : 'without one'}`, async ({ page, stage }) => {
      if (!modal) await page.addInitScript(() => Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal'))
      await stage.show(page, kind)
      await expect(page.getByRole('dialog')).toBeVisible()
      // What a screen reader is given, by the browser itself.
      const devtools = await page.context().newCDPSession(page)
      const { nodes } = await devtools.send('Accessibility.getFullAXTree')
      const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ''))
      expect(names).toContain(kind === 'block' ? 'This visit was stopped' : 'One quick check')
      expect(names.filter((name) => /^(E-mail|Sign up|Of tomatoes.*)$/.test(name))).toEqual([])
      for (let i = 0; i < 8; i++) {
        await page.keyboard.press(i < 5 ? 'Tab' : 'Shift+Tab')
        expect(await page.evaluate(() => document.activeElement?.matches('main, main *'))).toBe(false)
      }
      const reached = await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('#email')
        field?.focus()
        const { left = 0, top = 0 } = field?.getBoundingClientRect() ?? {}
        return [document.activeElement === field, document.elementFromPoint(left + 5, top + 5) === field]
      })
      expect(reached).toEqual([false, false])
    })
  }
}

test('no screen violates the strictest policy, and all of them have their style under it', async ({ page, stage }) => {
  await stage.show(page, 'challenge')
  await expect(proceed(page)).toHaveCSS('background-color', 'rgb(31, 94, 255)')
  await playRound(page, 'challenge')
  await playRound(page, 'challenge')
  await stage.show(page, 'block', { language: 'ar' })
  await page.waitForTimeout(200)
  expect(await page.evaluate(() => window.noted.violations)).toEqual([])
  expect(stage.reports).toEqual([])
})
