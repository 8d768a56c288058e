import type { Page } from 'playwright/test'
import { type Call, type Stage, tag } from './collector-stage.js'
import { expect, firstVerdict, sensesThere, test } from './collector-test.js'

/** What the second post may add to the first, in bytes. */
const MOST_MORE = 2048
/** As long as a server's may be. */
const REVEAL = `reveal.${'r'.repeat(393)}`

const page = (attributes = '') => `<!doctype html><title>t</title>${tag(attributes)}<input id=a>`
const lengthOf = ({ body }: Call) => JSON.stringify(body).length
const attests = ({ calls }: Stage) => calls.filter(({ path }) => path === '/v1/attest')

/** Asks for some of every trace, as often as it says. */
const asking =
  (slices: readonly number[], times = 1): Stage['behave'] =>
  ({ path, claims, body }) => {
    const asks = path === '/v1/attest' && claims?.trace && !(body.reveal && times === 1)
    return { kind: 'answer', ...(asks && { change: { token: undefined, reveal: REVEAL, slices } }) }
  }

async function move(page: Page, steps = 120): Promise<void> {
  for (let i = 0; i < steps; i++) await page.mouse.move(60 + 5 * i + 9 * Math.sin(i / 2), 90 + 60 * Math.sin(i / 13))
  await page.click('#a')
  await page.keyboard.type('Jane.Doe', { delay: 20 })
}

for (const worker of ['blob', 'none'])
  test(`who is asked for some of the movement shows it with the same evidence (worker ${worker})`, async ({ page: tab, stage, errors }) => {
    stage.pages.set('/', page(`data-worker=${worker}`))
    await tab.goto(`${stage.site}/`)
    await firstVerdict(tab)
    await sensesThere(tab)
    await move(tab)
    stage.behave = asking([0, 1])
    expect(await tab.evaluate(() => window.vouchsafe?.attest('checkout'))).toMatchObject({ status: 'ok', action: 'allow' })
    const [still, first, second, ...rest] = attests(stage)
    expect(rest).toEqual([])
    expect(still?.claims).not.toHaveProperty('trace')
    expect(first?.claims?.trace).toMatch(/^[\w-]{40,128}$/)
    const [slice, path] = [expect.stringMatching(/^[\w-]{8,256}$/), expect.stringMatching(/^[\w-]*$/)]
    expect(second?.body).toEqual({ ...first?.body, reveal: REVEAL, slices: [slice, slice], path })
    expect(first?.signed && second?.signed).toBe(true)
    expect(errors).toEqual([])
  })

test('what is shown adds 2 KB at most, after minutes too', async ({ page: tab, stage }) => {
  stage.pages.set('/', page())
  await tab.goto(`${stage.site}/`)
  await firstVerdict(tab)
  await sensesThere(tab)
  // Each attempt ends a slice.
  for (let i = 0; i < 40; i++) {
    await move(tab, 6)
    await tab.evaluate(() => window.vouchsafe?.attest('view'))
  }
  await move(tab)
  stage.behave = asking([30, 31])
  await tab.evaluate(() => window.vouchsafe?.attest('checkout'))
  const [first, second] = attests(stage).slice(-2) as [Call, Call]
  expect(second.body.reveal).toBe(REVEAL)
  expect(lengthOf(second) - lengthOf(first)).toBeLessThanOrEqual(MOST_MORE)
  expect(first.bytes).toBeLessThanOrEqual(1536)
})

test('who is asked again shows nothing more, and the page goes on', async ({ page: tab, stage, errors }) => {
  stage.pages.set('/', page())
  await tab.goto(`${stage.site}/`)
  await firstVerdict(tab)
  await sensesThere(tab)
  await move(tab)
  stage.behave = asking([0], Number.POSITIVE_INFINITY)
  expect(await tab.evaluate(() => window.vouchsafe?.attest())).toMatchObject({ status: 'unavailable', action: 'allow' })
  expect(attests(stage)).toHaveLength(3)
  expect(errors).toEqual([])
})

test('who is not asked makes one post', async ({ page: tab, stage }) => {
  stage.pages.set('/', page())
  await tab.goto(`${stage.site}/`)
  await firstVerdict(tab)
  await sensesThere(tab)
  await move(tab)
  await tab.evaluate(() => window.vouchsafe?.attest())
  expect(attests(stage)).toHaveLength(2)
})
