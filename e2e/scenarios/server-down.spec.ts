import type { Page } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'
import { freePort } from '../support/machine/free-port.js'
import { startProxy } from '../support/site/proxy.js'
import { startTestDemo } from '../support/site/test-demo.js'

async function sendForm(page: Page): Promise<{ status: number; reason: string | undefined }> {
  await page.fill('input[type=email]', 'robin@example.org')
  await page.fill('input[type=password]', 'Quiet-River-48')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/sign-up'))
  await page.click('button[type=submit]')
  const answer = await answered
  return { status: answer.status(), reason: answer.headers()['vouchsafe-reason'] }
}

test('when the server goes away under a page, the page says so, and its form still reaches the site', async ({ page, product }) => {
  const front = await startProxy(product.attest)
  const demo = await startTestDemo(front.url)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  try {
    await page.goto(`${demo.url}/`)
    await page.waitForSelector('html[data-vouchsafe-action]', { state: 'attached' })
    await front.stop()
    const attestation = await page.evaluate(() => window.vouchsafe?.attest('sign-up'))
    expect(attestation).toMatchObject({ status: 'unreachable', action: 'allow' })
    expect(attestation?.token).toBeUndefined()
    expect(await sendForm(page)).toEqual({ status: 403, reason: 'missing' })
    await expect(page.getByRole('button', { name: /letter/ }), 'the refusal offers the form again').toBeVisible()
    expect(errors).toEqual([])
  } finally {
    await demo.child.stop()
  }
})

test('when the server was never there, the page works without it', async ({ page }) => {
  const demo = await startTestDemo(`http://127.0.0.1:${await freePort()}`)
  try {
    await page.goto(`${demo.url}/`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => window.vouchsafe)).toBeUndefined()
    expect(await sendForm(page)).toEqual({ status: 403, reason: 'missing' })
    await expect(page.getByRole('link', { name: /without scripts/ })).toBeVisible()
  } finally {
    await demo.child.stop()
  }
})
