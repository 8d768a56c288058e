import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mergeTests } from 'playwright/test'
import { test as withProduct } from '../support/fixtures.js'
import { environmentWith, vouchsafe } from '../support/machine/built-server.js'
import type { Addresses } from '../support/site/product.js'
import type { Stage } from './collector-stage.js'
import { expect, test as withStage } from './collector-test.js'

interface Keys {
  /** `pk_live_…` and `sk_live_…` of a customer of detectip. */
  readonly publicKey: string
  readonly key: string
}

const test = mergeTests(withProduct, withStage).extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  dataDir: async ({}, use, info) => {
    const { dataDir } = JSON.parse(process.env.VOUCHSAFE_E2E_PRODUCT ?? '{}') as { dataDir?: string }
    info.skip(dataDir === undefined, 'its keys cannot be made: the product runs elsewhere')
    await use(dataDir ?? '')
  },
})

async function makeKeys(dataDir: string, { siteKey }: Addresses): Promise<Keys> {
  const args = ['key', 'create', '--kind', 'detectip', '--project', siteKey]
  return (await vouchsafe(args, environmentWith({ VOUCHSAFE_DATA_DIR: dataDir }))) as Keys
}

/** A page that came from another service, with the tag that it had. */
function setPage(stage: Stage, { attest }: Addresses, attributes: string): void {
  const listener = `<script>seen=[];document.addEventListener('botd:verdict',e=>seen.push(e.detail))</script>`
  const form = '<form action=/form method=post data-vouchsafe=pay><button>Pay</button></form>'
  stage.pages.set('/', `<!doctype html><title>t</title>${listener}${form}<script src="${attest}/collector.js" ${attributes}></script>`)
}

test('a site that came from detectip: its tag, its cookie, its event and its backend agree', async ({ page, stage, product, dataDir }) => {
  const { publicKey, key } = await makeKeys(dataDir, product)
  setPage(stage, product, `data-key="${publicKey}"`)
  await page.goto(`${stage.site}/`)
  await expect.poll(() => page.evaluate(() => window.seen?.length), { timeout: 15_000 }).toBe(1)
  const [detail] = (await page.evaluate(() => window.seen)) as object[]
  const [cookie] = (await page.context().cookies(stage.site)).filter(({ name }) => name === 'botd_token')
  const url = `${product.attest}/api/v1/verdict?token=${cookie?.value}`
  const verdict = await (await page.request.get(url, { headers: { 'X-API-Key': key } })).json()
  // Playwright's own browser, which says that it is driven.
  expect(verdict).toMatchObject({ band: 'known-bot', action: 'block', token: cookie?.value })
  const { token, band, action } = verdict
  // A page is told one score for each of four bands.
  expect(detail).toEqual({ token, score: 90, band, action })
})

test('a site that came from reCAPTCHA: its backend finds the verdict where its token was', async ({ page, stage, product, dataDir }) => {
  const { secretKey } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as { secretKey: string }
  setPage(stage, product, `data-key="${product.siteKey}" data-field="g-recaptcha-response"`)
  await page.goto(`${stage.site}/`)
  await page.click('button')
  await page.waitForURL('**/form')
  const form = { secret: secretKey, response: stage.posts[0]?.fields.get('g-recaptcha-response') ?? '' }
  const answer = await page.request.post(`${product.attest}/recaptcha/api/siteverify`, { form })
  expect(await answer.json()).toMatchObject({
    success: false,
    action: 'pay',
    hostname: '127.0.0.1',
    'error-codes': ['invalid-input-response'],
  })
})
