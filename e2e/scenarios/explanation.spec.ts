import { expect, test } from '../support/fixtures.js'

/** As far as it is looked at here. */
interface Explanation {
  readonly action: string
  readonly kind?: { readonly name: string; readonly declared: boolean; readonly evidence: readonly string[] }
  readonly counterfactuals: readonly { readonly without: readonly string[]; readonly action: string }[]
}

test('the explanation of a blocked bot names its kind and without what it would have been milder, and the page learns neither', async ({
  page,
  product,
}) => {
  await page.goto(`${product.demo}/`)
  await page.locator('html[data-vouchsafe-action="block"]').waitFor({ state: 'attached' })
  const attested = await page.evaluate(() => window.vouchsafe?.attest('sign-up'))
  expect(JSON.stringify(attested)).not.toMatch(/framework|counterfactual/)
  const token = attested?.token
  const response = await page.request.post(`${product.demo}/live/explain`, { data: { token } })
  const { explanation } = (await response.json()) as { explanation: Explanation }
  expect(explanation).toMatchObject({ action: 'block', kind: { name: 'framework-automation', declared: true } })
  expect(explanation.kind?.evidence).toContain('tell.webdriver')
  // How much else would have to go with it is for the weights to say, which are fitted anew now and then.
  expect(explanation.counterfactuals.flatMap(({ without }) => without)).toContain('proof')
  for (const { action } of explanation.counterfactuals) expect(action).not.toBe('block')
})

test('the page behind the counter says both in words', async ({ page, product }) => {
  await page.goto(`${product.demo}/live`)
  const account = page.locator('#server')
  await expect(account).toContainText('If this is a program, it looks like', { timeout: 15_000 })
  await expect(account).toContainText(/It would (have been let through|only have been asked for more) without|No one or two facts/)
})
