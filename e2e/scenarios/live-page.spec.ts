import type { Page } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'

test.use({ viewport: { width: 1280, height: 800 } })

async function open(page: Page, demo: string): Promise<void> {
  await page.goto(`${demo}/tour/you`)
  // Filled, so that nothing moves by itself any more.
  await expect(page.locator('#server .facts')).toBeVisible({ timeout: 15_000 })
  await expect(page.locator('#waterfall li').nth(9)).toBeVisible()
}

const edgesOf = (page: Page) =>
  page.evaluate(() => {
    const [movement, evidence] = ['.movement', '.evidence'].map((name) => document.querySelector(name)!.getBoundingClientRect())
    return { top: movement!.top, bottom: movement!.bottom, limit: evidence!.bottom }
  })

test('the movement stays in sight beside the evidence, and lies over nothing below it', async ({ page, product }) => {
  await open(page, product.demo)
  const { limit } = await edgesOf(page)
  const tops: number[] = []
  for (let y = 0; y <= limit + 400; y += 200) {
    await page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), y)
    const edges = await edgesOf(page)
    expect(edges.bottom, `at ${y} px`).toBeLessThanOrEqual(edges.limit + 0.5)
    tops.push(Math.round(edges.top))
  }
  expect(tops, 'sticks at 1rem somewhere').toContain(16)
})

/** Ends when the page followed the wheel over the table's end. */
async function wheelPastEnd(page: Page, name: string): Promise<void> {
  const table = page.getByRole('region', { name })
  await table.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    element.scrollTop = element.scrollHeight
    // The compositor, which takes the wheel, hears of both with a frame.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
  await table.hover()
  const before = await page.evaluate(() => scrollY)
  await page.mouse.wheel(0, 200)
  await expect.poll(() => page.evaluate(() => scrollY), { message: name, timeout: 2000 }).toBeGreaterThan(before + 100)
}

test('the wheel scrolls the page on where a table under the pointer ends', async ({ page, product }) => {
  await open(page, product.demo)
  // A table that was filled anew meanwhile has no end yet, and takes the turn itself: once more.
  for (const name of ['Table of features', 'Table of tells']) await expect(() => wheelPastEnd(page, name)).toPass({ timeout: 20_000 })
})

test('the page counts what was done in words that fit the number', async ({ page, product }) => {
  await open(page, product.demo)
  const tally = page.locator('#tally')
  await page.getByLabel('Type here').click()
  await expect(tally).toContainText(/ 1 press, 0 keys, /)
  await page.keyboard.press('a')
  await expect(tally).toContainText(/ 1 press, 1 key, \d+ scroll events? so far/)
  await expect(page.locator('#tells-count')).toHaveText(/^(none|\d+) of \d+ seen$/)
})

test('on a phone, the tables have the whole width of their panels', async ({ page, product }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(page, product.demo)
  const gaps = await page.locator('.scroll').evaluateAll((tables) =>
    tables.map((table) => {
      const { paddingLeft, paddingRight } = getComputedStyle(table.parentElement!)
      return table.parentElement!.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - table.clientWidth
    }),
  )
  expect(gaps.map((gap) => Math.round(Math.abs(gap)))).toEqual([0, 0])
})
