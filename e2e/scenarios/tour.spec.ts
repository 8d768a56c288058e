import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])

/** Presses Tab until the element has the focus: as many times as a person might. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${selector}.`)
}

test('a bot that is picked by the keyboard alone is caught before one’s eyes, and the page says by what', async ({ page, product }) => {
  await page.goto(`${product.demo}/`)
  await page.getByRole('link', { name: 'Take the tour' }).press('Enter')
  await tabTo(page, 'input[value="playwright-headless"]')
  await tabTo(page, '#send')
  await page.keyboard.press('Enter')
  const timeline = page.locator('#timeline')
  await expect(page.locator('#stage-title')).toContainText('playwright-headless')
  await expect(page.locator('#picture')).toBeVisible({ timeout: 20_000 })
  // The tab comes back in the middle, and has missed nothing.
  await page.reload()
  await expect(timeline).toContainText('It types “robin.meyer@example.org”.', { timeout: 20_000 })
  await expect(timeline).toContainText('The backend verifies the verdict, and refuses (403).', { timeout: 20_000 })
  await expect(timeline).toContainText('It ends', { timeout: 20_000 })
  await expect(page.locator('#outcome')).toHaveText(/^(Blocked|Challenged)$/)
  await expect(page.locator('#announce')).toContainText('playwright-headless has ended.')
  await expect(page.locator('#waterfall')).toContainText('Says that it is driven (webdriver)')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page), colorScheme).toEqual([])
  }
  await page.getByRole('link', { name: 'See the code that did it' }).press('Enter')
  await expect(page.locator('#bot')).toContainText("id: 'tell.")
  await expect(page.locator('#main')).not.toContainText('No bot was caught')
})

test('a visit’s evidence grows with what the visitor does, and its code is one step away', async ({ page, product }) => {
  await page.goto(`${product.demo}/tour/you`)
  const wheel = page.locator('#features tr', { hasText: 'Presses without travel' })
  await expect(wheel).toContainText('0 of 2 presses')
  const known = async () => Number.parseInt((await page.locator('#features-count').textContent()) ?? '', 10)
  const before = await known()
  for (let i = 0; i < 60; i++) await page.mouse.move(200 + i * 8, 300 + 60 * Math.sin(i / 6))
  await page.getByLabel('Type here').click()
  await expect(wheel).toContainText('1 of 2 presses')
  await page.keyboard.type('evidence', { delay: 20 })
  await expect.poll(known).toBeGreaterThan(before + 5)
  await expect(page.locator('#grows li').first()).toContainText(/[1-9]\d* of \d+/)
  await page.getByRole('link', { name: 'See the code that did it' }).click()
  await expect(page).toHaveURL(/you=input\./)
  await expect(page.locator('#main')).not.toContainText('You have not moved')
  await expect(page.locator('#you')).toContainText("id: 'input.")
})

test('no page elsewhere starts a program here', async ({ page, request, product }) => {
  await page.goto(`${product.demo}/tour`)
  const token = await page.locator('#tour').getAttribute('data-token')
  const headers = { 'content-type': 'application/json', 'tour-token': token ?? '' }
  const send = (more: Readonly<Record<string, string>>) =>
    request
      .post(`${product.demo}/tour/runs`, { headers: { ...headers, ...more }, data: { bot: 'puppeteer' } })
      .then((answer) => answer.status())
  expect(await send({ origin: 'http://127.0.0.1:1' })).toBe(403)
  expect(await send({ origin: product.demo, host: 'shop.example' })).toBe(403)
  // Another origin of this machine, with the token even, whose page may ask whom it likes: the browser asks first, and is not let.
  const elsewhere = createServer((_, response) => void response.setHeader('content-type', 'text/html').end('<h1>Elsewhere</h1>'))
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  try {
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    const post = (mode: 'cors' | 'no-cors') =>
      page.evaluate(
        ([url, headers, mode]) =>
          fetch(url, { method: 'POST', mode, headers, body: '{"bot":"puppeteer"}' }).then(
            ({ type }) => type,
            () => 'refused',
          ),
        [`${product.demo}/tour/runs`, headers, mode] as const,
      )
    expect(await post('cors')).toBe('refused')
    // What may be sent without asking arrives, without its headers: nothing comes of it.
    expect(await post('no-cors')).toBe('opaque')
  } finally {
    elsewhere.close()
  }
  await page.goto(`${product.demo}/tour`)
  const happened = await page.evaluate(async () => {
    const told: string[] = []
    const stage = new EventSource('/tour/events')
    stage.onmessage = ({ data }) => told.push(data)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    stage.close()
    return told.join()
  })
  expect(happened).not.toContain('puppeteer')
})
