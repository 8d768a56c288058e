import { expect, test } from '../support/fixtures.js'

const here = (origin: string) => origin
const looks = [
  ['on a desk', { viewport: { width: 1280, height: 900 } }, here],
  ['on a phone', { viewport: { width: 375, height: 667 } }, here],
  ['under another name of the server', {}, (origin: string) => origin.replace('127.0.0.1', 'localhost')],
] as const

for (const [name, options, opened] of looks) {
  test(`the documentation tries an operation, and asks nobody but its server: ${name}`, async ({ browser, product }) => {
    const origin = opened(product.attest)
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const faults: string[] = []
    // What the page's policy forbids is an error of the console, too.
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) faults.push(request.url())
    })
    await page.goto(`${origin}/docs`)
    const operation = page.locator('[id$="-isAlive"]')
    await operation.locator('.opblock-summary-control').click()
    await operation.getByRole('button', { name: 'Try it out' }).click()
    await operation.getByRole('button', { name: 'Execute' }).click()
    await expect(operation.locator('.live-responses-table .response-col_status').last()).toContainText('200')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'cut off').toBe(0)
    expect(faults).toEqual([])
    await context.close()
  })
}
