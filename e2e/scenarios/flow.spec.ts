import { test as base, expect } from '../support/fixtures.js'
import { catchEvidence, codeOf, replay, tamper, withholdEvidence } from '../support/site/evidence-catch.js'
import { newDataDir, type Product, removeDataDir, startProduct, stopProduct } from '../support/site/product.js'
import { startTestDemo, type TestDemo } from '../support/site/test-demo.js'

/** Short lives, so that expiry can be waited for: the least that the configuration takes. */
const LIVES = { VOUCHSAFE_VERDICT_SECONDS: '5', VOUCHSAFE_CHALLENGE_SECONDS: '10', VOUCHSAFE_LOG: 'silent' }
/** Clocks may differ: verifiers allow for so many seconds. */
const TOLERANCE = 5

/** A product of this file's own, and a demo whose verdicts always allow. */
const test = base.extend<object, { brief: Product; demo: TestDemo }>({
  brief: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const dataDir = newDataDir()
      const product = await startProduct(dataDir, LIVES)
      await use(product)
      await stopProduct(product)
      removeDataDir(dataDir)
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  demo: [
    async ({ brief }, use) => {
      const demo = await startTestDemo(brief.attest)
      await use(demo)
      await demo.child.stop()
    },
    { scope: 'worker' },
  ],
})

test.beforeEach(async ({ page, demo }) => {
  await page.goto(`${demo.url}/`)
  await page.waitForSelector('html[data-vouchsafe-action]', { state: 'attached' })
})

const wait = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

test('a verdict lets one form through, and no second one', async ({ page, demo }) => {
  const { verdict } = await catchEvidence(page)
  expect(await demo.post(verdict.token)).toEqual({ status: 303, reason: 'allow' })
  expect(await demo.post(verdict.token)).toEqual({ status: 403, reason: 'used' })
})

test('evidence is redeemed once, however often and by how many it is sent', async ({ page }) => {
  const caught = await catchEvidence(page)
  expect(codeOf(await replay(caught))).toBe('challenge-used')
  const answers = await Promise.all(Array.from({ length: 20 }, () => replay(caught)))
  expect(new Set(answers.map(codeOf))).toEqual(new Set(['challenge-used']))
})

test('of 50 that redeem one challenge at the same time, one gets a verdict', async ({ page }) => {
  const caught = await withholdEvidence(page)
  const codes = (await Promise.all(Array.from({ length: 50 }, () => replay(caught)))).map(codeOf)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => code === 'challenge-used')).toHaveLength(49)
})

test('a challenge cannot be redeemed again with other evidence', async ({ page }) => {
  const first = await catchEvidence(page)
  const second = await catchEvidence(page)
  const mixed = { challenge: first.body.challenge, evidence: second.body.evidence }
  expect(['evidence-refused', 'challenge-used']).toContain(codeOf(await replay(first, mixed)))
})

test('a verdict expires, and so does a challenge', async ({ page, demo }) => {
  const { verdict } = await catchEvidence(page)
  const late = await withholdEvidence(page)
  await wait(5 + TOLERANCE + 1.5)
  expect(await demo.post(verdict.token)).toEqual({ status: 403, reason: 'expired' })
  expect(codeOf(await replay(late))).toBe('challenge-expired')
})

test('a form left open until its verdict has expired is sent with a fresh one', async ({ page }) => {
  await wait(5 + TOLERANCE + 1)
  await page.fill('input[type=email]', 'robin@example.org')
  await page.fill('input[type=password]', 'Quiet-River-48')
  await page.click('button[type=submit]')
  await expect(page).toHaveURL(/\/welcome/)
})

test('a token that was tampered with is refused, in each of its parts', async ({ page, demo }) => {
  const { verdict } = await catchEvidence(page)
  for (const part of [0, 1, 2] as const) {
    const { status, reason } = await demo.post(tamper(verdict.token, part))
    expect(status, `part ${part}`).toBe(403)
    expect(reason, `part ${part}`).not.toBe('allow')
  }
  const [, payload, signature] = verdict.token.split('.')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'vouchsafe-verdict+jwt' })).toString('base64url')
  expect((await demo.post(`${unsigned}.${payload}.${signature}`)).status).toBe(403)
  expect((await demo.post(`${unsigned}.${payload}.`)).status).toBe(403)
  expect(await demo.post(verdict.token)).toEqual({ status: 303, reason: 'allow' })
})

test('evidence and challenges that were tampered with are refused, and nothing says why', async ({ page }) => {
  const caught = await withholdEvidence(page)
  const { challenge, evidence } = caught.body
  for (const part of [0, 1, 2] as const) {
    const answers = [await replay(caught, { challenge, evidence: tamper(evidence, part) })]
    answers.push(await replay(caught, { challenge: tamper(challenge, part), evidence }))
    for (const answer of answers) expect(['evidence-refused', 'malformed-request'], `part ${part}`).toContain(codeOf(answer))
  }
  expect(codeOf(await replay(caught)), 'what was not touched is still good').toBe('ok')
})

test('evidence counts on the origin that it was made on, and nowhere else', async ({ page }) => {
  const caught = await withholdEvidence(page)
  expect(codeOf(await replay(caught, caught.body, { origin: 'http://127.0.0.1:1' }))).toBe('evidence-refused')
})

test('a project is asked for on its own origins only', async ({ page, brief }) => {
  const ask = async (origin: string) => {
    const headers = { 'content-type': 'application/json', origin }
    return page.request.post(`${brief.attest}/v1/challenge`, { headers, data: { siteKey: brief.siteKey } })
  }
  expect((await ask('http://127.0.0.1:4711')).status()).toBe(200)
  const foreign = await ask('https://shop.example')
  expect(foreign.status()).toBe(403)
  expect(await foreign.json()).toMatchObject({ code: 'origin-not-allowed' })
})
