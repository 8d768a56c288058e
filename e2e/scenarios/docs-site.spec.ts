import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { type Child, startChild } from '../support/machine/child.js'
import { repoRoot } from '../support/machine/tools.js'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const paths = ['index.html', 'quickstart.html', 'verdict.html', 'how-it-works.html', 'evaluation/behaviour.html', 'all-pages.html']
const looks = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: { width: 375, height: 667 } }],
  ['forced colours', { forcedColors: 'active' }],
] as const

let folder = ''
let site = { url: '' }
let server: Child
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vouchsafe-docs-site-'))
  const args = ['tools/docs.mjs', '--serve', '--no-api', '--out', folder]
  server = startChild(process.execPath, args, { cwd: repoRoot, env: process.env })
  const [, url = ''] = await server.line(/^(http:\S+)/m, 30_000)
  site = { url }
})
test.afterAll(async () => {
  await server.stop('SIGTERM', 5000)
  rmSync(folder, { recursive: true })
})

for (const [name, options] of looks) {
  test(`no page of the documentation has an accessibility fault, anything cut off, or a message: ${name}`, async ({ browser }) => {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const messages: string[] = []
    page.on('console', (message) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(String(error)))
    for (const path of paths) {
      await page.goto(site.url + path)
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      const axe = violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target)}`)
      expect({ path, axe, overflow, messages }).toEqual({ path, axe: [], overflow: 0, messages: [] })
    }
    await context.close()
  })
}

test('the search answers without a network, by keyboard, and from a disk', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`file://${join(folder, 'rules.html')}`)
  await context.setOffline(true)
  await page.keyboard.press('/')
  await page.keyboard.type('trusted proxies')
  await expect(page.getByRole('status')).toContainText('found')
  const first = page.getByRole('search').getByRole('link').first()
  await expect(first).toContainText('proxies')
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/proxies/)
  await context.close()
})

test('without JavaScript every page is whole, and the search box leads to the list of all', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 667 } })
  const page = await context.newPage()
  await page.goto(`${site.url}verdict.html`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The verdict')
  await page.getByRole('link', { name: 'Pages', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await page.getByRole('searchbox').fill('rules')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All pages')
  await context.close()
})

test('nothing moves while a page loads, and the skip link leads to the text', async ({ page }) => {
  await page.goto(`${site.url}how-it-works.html`)
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        // Entries that are buffered are told in the next task, after a frame.
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 100))
      }),
  )
  expect(shift).toBe(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
