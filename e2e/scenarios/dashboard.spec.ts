import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'
import { dashboardOf, logInByToken, makeOwner, noteFaults, type Owner, tabTo } from './dashboard-desk.js'

// One account owns the demo's project: whoever makes it first has it.
test.describe.configure({ mode: 'serial' })

let owner: Owner
let base: string
/** The verdict of somebody who was turned away. */
let reference: string

test.beforeAll(async ({ browser, product }) => {
  const { dataDir } = JSON.parse(process.env.VOUCHSAFE_E2E_PRODUCT ?? '{}') as { dataDir?: string }
  test.skip(dataDir === undefined, 'no account can be made: the product runs elsewhere')
  owner = await makeOwner(dataDir ?? '')
  base = dashboardOf(product)
  const page = await browser.newPage()
  await page.goto(`${product.demo}/`)
  await page.locator('html[data-vouchsafe-action="block"]').waitFor({ state: 'attached' })
  const token = (await page.evaluate(() => window.vouchsafe?.attest('sign-up')))?.token ?? ''
  reference = (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { reference: string }).reference
  await page.close()
})

/** Each view, and what shows that it has what it asked for. */
const viewsOf = (project: string): readonly (readonly [path: string, heading: string, shown: string])[] => [
  [`/${project}`, 'Overview', 'From page to verdict'],
  [`/${project}/sessions`, 'Sessions', reference],
  [`/${project}/sessions/${reference}`, `Session ${reference}`, 'Before anything is seen'],
  [`/${project}/crawlers`, 'Crawlers and agents', 'Whom we can tell'],
  [`/${project}/rules`, 'Rules', 'New rule'],
  [`/${project}/rules/new`, 'New rule', 'On past visits'],
  [`/${project}/policy`, 'Policy', 'Deferred today'],
  [`/${project}/exceptions`, 'Exceptions', 'Nobody needs an exception'],
  [`/${project}/keys`, 'Keys', 'Keys of the other APIs'],
  [`/${project}/webhooks`, 'Webhooks', 'No messages in three days'],
  [`/${project}/usage`, 'Usage', 'What each key has used'],
  ['/account', 'Account', 'Where you are logged in'],
]

async function inspect(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      `${name}, ${colorScheme}`,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name}: cut off on a phone`).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('every view opens, says where one is, breaks no rule of its policy, and can be read by everybody', async ({ page }) => {
  const faults = noteFaults(page)
  await page.goto(base)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log in')
  await inspect(page, 'log-in')
  await logInByToken(page, base, owner.token)
  for (const [path, heading, shown] of viewsOf(owner.project)) {
    await page.goto(`${base}${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expect(page.getByRole('main')).toContainText(shown)
    await expect(page.getByText('Loading …')).toHaveCount(0)
    await expect(page).toHaveTitle(new RegExp(`^${heading} · Vouchsafe$`))
    await inspect(page, path)
  }
  expect(faults).toEqual([])
})

test('a row of the overview leads to the sessions that it counts, and a movement that is kept is drawn and told', async ({ page }) => {
  const faults = noteFaults(page)
  await logInByToken(page, base, owner.token)
  await page.getByRole('table', { name: 'Bots by tell' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sessions')
  await expect(page).toHaveURL(/[?&]tell=/)
  await page.getByRole('link', { name: reference }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Session ${reference}`)
  await expect(page.getByRole('heading', { name: 'Movement' })).toHaveCount(0)
  // Of somebody who was turned away before they did anything, nothing is asked.
  const samples = Array.from({ length: 40 }, (_, i) => ({ kind: i === 30 ? 'down' : 'step', t: 20 * i, x: 9 * i, y: 40 * Math.sin(i / 6) }))
  await page.route('**/api/projects/*/sessions/*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...((await response.json()) as object), movement: [{ index: 4, samples }] } })
  })
  await page.reload()
  await expect(page.getByText('Slice 5')).toBeVisible()
  await expect(page.getByRole('img', { name: /^780 ms: 39 moves over \d+ px, 1 press\.$/ })).toBeVisible()
  await inspect(page, 'a session with movement')
  expect(faults).toEqual([])
})

test('the editor says where a rule is wrong, and what was meant', async ({ page }) => {
  const faults = noteFaults(page)
  await logInByToken(page, base, owner.token)
  await page.goto(`${base}/${owner.project}/rules/new`)
  const editor = page.getByRole('textbox', { name: 'When' })
  await editor.click()
  await page.keyboard.type('scorre < 20')
  await expect(page.getByText('Line 1, column 1: Unknown field "scorre"')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Use score' }).click()
  await expect(editor).toHaveText('score < 20')
  await expect(page.getByText('Unknown field')).toHaveCount(0)
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText('Visits played')).toBeVisible()
  expect(faults).toEqual([])
})

test('turning the sessions API on says first what becomes of the key in use, and asks nothing of the server before', async ({ page }) => {
  const faults = noteFaults(page)
  await logInByToken(page, base, owner.token)
  // Answered here: with another private key, the demo's own backend would be refused in all that comes after.
  const asked: string[] = []
  await page.route('**/api/projects/*/scoring', async (route) => {
    asked.push(route.request().method())
    await route.fulfill({ json: { site_key: 'pk_1', private_key: 'sk_new' } })
  })
  await page.goto(`${base}/${owner.project}/keys`)
  const button = page.getByRole('button', { name: 'Turn the sessions API on' })
  const question = page.getByRole('dialog', { name: 'Turn the sessions API on?' })
  await button.click()
  await expect(question).toContainText('is worthless at once')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  await expect(button).toBeFocused()
  expect(asked).toEqual([])
  await button.click()
  await inspect(page, 'the question about the sessions API')
  await question.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('sk_new')).toBeVisible()
  expect(asked).toEqual(['POST'])
  expect(faults).toEqual([])
})

test('without a mouse: log in, look at a session, save a rule', async ({ page }) => {
  await page.goto(`${base}/${owner.project}/sessions`)
  await tabTo(page, 'API token')
  await page.keyboard.type(owner.token)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sessions', level: 1 })).toBeFocused()
  await page.getByRole('link', { name: reference }).waitFor()
  await tabTo(page, reference)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Session ${reference}`, level: 1 })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sessions', level: 1 })).toBeFocused()
  await page.goto(`${base}/${owner.project}/rules/new`)
  await page.getByRole('textbox', { name: 'When' }).waitFor()
  await tabTo(page, 'Skip to the content')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Name')
  await page.keyboard.type('Note strangers')
  await tabTo(page, 'When')
  await page.keyboard.type('country == "AQ"')
  await page.keyboard.press('Escape')
  await tabTo(page, 'Save')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Rules', level: 1 })).toBeFocused()
  await expect(page.getByRole('row', { name: /Note strangers/ })).toContainText('In force')
})

test('in with a password, and with a passkey that was made in the account', async ({ page }) => {
  const faults = noteFaults(page)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
  await logInByToken(page, base, owner.token)
  await page.getByRole('link', { name: 'Account' }).click()
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Set a password' }).click()
  await page.getByLabel('Name of the new passkey').fill('Laptop')
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByRole('row', { name: /Laptop/ })).toBeVisible()

  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Log in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible()

  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Log in with a passkey' }).click()
  await expect(page.getByText('You came in with your passkey.')).toBeVisible()
  expect(faults).toEqual([])
})
