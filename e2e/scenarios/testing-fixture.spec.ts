import { type TestAnswer, type VouchsafeFixtures, vouchsafeFixtures } from '../fixture/index.js'
import { test as base, expect } from '../support/fixtures.js'

const test = base.extend<VouchsafeFixtures>(vouchsafeFixtures)

for (const answer of ['allow', 'challenge', 'block'] as const satisfies readonly TestAnswer[]) {
  test.describe(`a test that asks for ${answer}`, () => {
    test.use({ vouchsafeAnswer: answer })
    test('is answered so, whoever visits', async ({ page, product, vouchsafe }) => {
      await page.goto(`${product.demo}/`)
      expect(await vouchsafe.action()).toBe(answer)
    })
  })
}
