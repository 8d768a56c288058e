import { tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

test('a visitor who loses the network while asked keeps the form, and sends it when the network is back', async ({
  page,
  stage,
  errors,
  context,
}) => {
  stage.pages.set(
    '/',
    `<!doctype html><html lang=en><title>t</title>${tag('data-enforce data-contact=mailto:help@example.org')}
    <form action=/form method=post data-vouchsafe=pay><input name=amount value=12><button>go</button></form>`,
  )
  stage.behave = ({ path, claims, index }) => {
    const asks = path === '/v1/attest' && claims?.action === 'pay' && index < 2
    return { kind: 'answer', change: asks ? { action: 'challenge' } : {} }
  }
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.click('button')
  const screen = page.getByRole('dialog')
  await expect(screen).toHaveAccessibleName('One quick check')
  await context.setOffline(true)
  await screen.getByRole('button', { name: 'Continue' }).click()
  await expect(screen).toHaveAccessibleName('The check did not get through')
  const retry = screen.getByRole('button', { name: 'Try again' })
  await retry.click()
  // Until then it is busy, and still there.
  await expect(retry).toBeEnabled()
  await expect(screen).toHaveAccessibleName('The check did not get through')
  await context.setOffline(false)
  await retry.click()
  await page.waitForURL('**/form')
  expect(stage.posts[0]?.fields.get('amount')).toBe('12')
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toMatch(/^token\./)
  expect(errors).toEqual([])
})
