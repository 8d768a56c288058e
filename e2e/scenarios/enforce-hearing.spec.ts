import type { Page } from 'playwright/test'
import { expect, test } from './enforce-stage.js'
import { answer, dialog, goOnTo, main, playRound, reach, type State, states } from './enforce-states.js'

/** What a screen reader is given of each state, as Chromium builds it. */
const trees: Readonly<Record<State, string>> = {
  asked: `
    - dialog "One quick check":
      - heading "One quick check" [level=2]
      - paragraph: /^Before we go on/
      - button "Continue"
      - status
      - group: What is being checked?`,
  running: `
    - dialog "One quick check":
      - heading "One quick check" [level=2]
      - paragraph: /^Before we go on/
      - button "Continue" [disabled]
      - progressbar "Checking … this takes a few seconds."
      - status: Checking … this takes a few seconds.`,
  lost: `
    - dialog "The check did not get through":
      - heading "The check did not get through" [level=2]
      - paragraph: /^Perhaps the connection was lost/
      - button "Try again"
      - button "Go on without the check"
      - status
      - text: Reference number
      - code: REF-0
      - button "Copy"
      - link "Contact us"`,
  stopped: `
    - dialog "We could not confirm this visit":
      - heading "We could not confirm this visit" [level=2]
      - paragraph: /^We are sorry/
      - paragraph: /quote the reference number/
      - text: Reference number
      - code: REF-2
      - button "Copy"
      - link "Contact us"
      - button "Try again"
      - button "Go back"
      - status`,
  blocked: `
    - dialog "This visit was stopped":
      - heading "This visit was stopped" [level=2]
      - paragraph: /^We are sorry/
      - paragraph: /quote the reference number/
      - text: Reference number
      - code: REF-0
      - button "Copy"
      - link "Contact us"
      - button "Try again"
      - button "Go back"
      - status`,
}

/** Where Tab leads from the title on, in order. */
const stops: Readonly<Record<State, readonly string[]>> = {
  asked: ['Continue', 'What is being checked?'],
  running: ['Continue'],
  lost: ['Try again', 'Go on without the check', 'Copy', 'Contact us'],
  stopped: ['Copy', 'Contact us', 'Try again', 'Go back'],
  blocked: ['Copy', 'Contact us', 'Try again', 'Go back'],
}

const focused = (page: Page) =>
  dialog(page).evaluate((element) => {
    const { activeElement } = element.getRootNode() as ShadowRoot
    return activeElement && { text: activeElement.textContent, ring: getComputedStyle(activeElement).outlineStyle }
  })

for (const state of states) {
  test(`${state}: has roles, names and an order for screen reader and keyboard, and does not go by Escape`, async ({ page, stage }) => {
    await reach(page, stage, state)
    await expect(dialog(page)).toMatchAriaSnapshot(trees[state])
    await expect(dialog(page)).toHaveAccessibleDescription(/\w/)
    // While it works, the place is kept at what was pressed.
    if (state === 'running') await expect(main(page)).toBeFocused()
    else await expect(dialog(page).getByRole('heading')).toBeFocused()
    await dialog(page).getByRole('heading').focus()
    for (const text of stops[state]) {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toEqual({ text, ring: 'solid' })
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeVisible()
    // Round and round, forwards and backwards: never into the page behind.
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press(i < 4 ? 'Tab' : 'Shift+Tab')
      expect(await page.evaluate(() => document.activeElement?.matches('main, main *'))).toBe(false)
    }
  })
}

test('what happens is said once each: the work, not every step of it, and what was copied', async ({ page, stage, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await reach(page, stage, 'asked')
  await dialog(page)
    .getByRole('status')
    .evaluate((status) => {
      const said: string[] = []
      const note = () => status.textContent && said.push(status.textContent)
      new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true })
      Object.assign(window, { said })
    })
  const said = () => page.evaluate(() => (window as Window & { said?: string[] }).said?.splice(0))
  await main(page).click()
  for (let done = 0; done <= 10; done++) await page.evaluate((done) => window.progress?.(done / 10), done)
  expect(await said()).toEqual([expect.stringMatching(/^Checking/)])
  await answer(page, 'allow', 'timeout')
  await expect(dialog(page).getByRole('heading')).toHaveText('The check did not get through')
  await playRound(page, 'challenge')
  expect(await said()).toEqual([expect.stringMatching(/^Checking/)])
  await goOnTo(page, 'lost')
  await said()
  await dialog(page).getByRole('button', { name: 'Copy' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Copied' })).toBeFocused()
  expect(await said()).toEqual(['Copied'])
})

test('who gets no answer can try again as often as they like, and is then through', async ({ page, stage }) => {
  await reach(page, stage, 'asked')
  for (const status of ['unreachable', 'timeout', 'unavailable', 'refused']) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('progressbar')).toBeVisible()
    await answer(page, 'allow', status)
    await expect(dialog(page).getByRole('heading')).toHaveText('The check did not get through')
    await expect(dialog(page).getByRole('heading')).toBeFocused()
  }
  await playRound(page, 'allow')
  await expect(dialog(page).getByRole('heading')).toHaveText('Thank you. All is well.')
  await expect(dialog(page)).toHaveCount(0)
  expect(await page.evaluate(() => window.noted)).toMatchObject({ rounds: [1, 1, 1, 1, 1], outcome: 'passed' })
  await expect(page.locator('#email')).toBeFocused()
})

test('who gets no answer can go on without one, is not thanked for it, and is back where they were', async ({ page, stage }) => {
  await reach(page, stage, 'lost')
  await page.getByRole('button', { name: 'Go on without the check' }).press('Space')
  await expect(dialog(page)).toHaveCount(0)
  expect(await page.evaluate(() => window.noted)).toMatchObject({ rounds: [1], outcome: 'passed' })
  await expect(page.locator('#email')).toBeFocused()
})

test('what to quote is copied on plain http, too', async ({ page, stage, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await reach(page, stage, 'blocked')
  await page.evaluate(async () => {
    const { clipboard } = navigator
    await clipboard.writeText('')
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    Object.assign(window, { clipboard })
  })
  await page.getByRole('button', { name: 'Copy' }).press('Enter')
  await expect(page.getByRole('status')).toHaveText('Copied')
  expect(await page.evaluate(() => (window as Window & { clipboard?: Clipboard }).clipboard?.readText())).toBe('REF-0')
})
