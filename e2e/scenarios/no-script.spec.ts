import { expect, test } from '../support/fixtures.js'

// A person's browser without scripts. Playwright's own user agent says that it is headless, which counts here as anywhere.
test.use({
  javaScriptEnabled: false,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
})

test('a visitor without JavaScript is led through a short wait, and signs up', async ({ page, site }) => {
  await page.goto(site.url)
  await page.fill('input[type=email]', 'robin@example.org')
  await page.fill('input[type=password]', 'Quiet-River-48')
  await page.click('button[type=submit]')
  expect(await site.answer(5000)).toMatchObject({ status: 403, reason: 'missing' })

  await page.getByRole('link', { name: /without scripts/ }).click()
  await expect(page).toHaveURL(/\/v1\/noscript/)
  // Too soon is no dead end either.
  await page.getByRole('button').click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.waitForTimeout(5500)
  await page.getByRole('button').click()

  await expect(page).toHaveURL(new RegExp(`^${site.url}sign-up`))
  await expect(page.locator('input[type=email]'), 'what was typed is still there').toHaveValue('robin@example.org')
  await page.fill('input[type=password]', 'Quiet-River-48')
  await page.click('button[type=submit]')
  await expect(page).toHaveURL(/\/welcome/)
  await expect.poll(async () => (await site.answer(0))?.action).toBe('allow')
})

test.describe('in doubt', () => {
  test.use({ userAgent: 'python-requests/2.32.3' })

  test('a visitor without JavaScript is not sent round in a circle, but told whom to write to', async ({ page, site }) => {
    await page.goto(site.url)
    await page.fill('input[type=email]', 'robin@example.org')
    await page.fill('input[type=password]', 'Quiet-River-48')
    await page.click('button[type=submit]')
    await page.getByRole('link', { name: /without scripts/ }).click()
    await page.waitForTimeout(5500)
    await page.getByRole('button').click()
    await page.fill('input[type=password]', 'Quiet-River-48')
    await page.click('button[type=submit]')
    await expect.poll(async () => (await site.answer(0))?.action).toBe('challenge')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not tell')
    await expect(page.locator('form')).toHaveCount(0)
    const reference = await page.locator('.reference code').textContent()
    const letter = `mailto:hello@slowpost.example?subject=${encodeURIComponent(`Reference ${reference}`)}`
    await expect(page.getByRole('link', { name: 'Write to us' })).toHaveAttribute('href', letter)
  })
})
