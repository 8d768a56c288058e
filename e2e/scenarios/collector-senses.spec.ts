import { tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

const html = `<!doctype html><title>t</title>${tag()}<form action=/form method=post data-vouchsafe><input id=a><button>go</button></form>`

test('what happens before senses.js is there is not lost', async ({ page, stage, errors }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/senses.js', async (route) => {
    await held
    await route.continue()
  })
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  await page.mouse.move(10, 10)
  await page.mouse.move(200, 90, { steps: 20 })
  await page.click('#a')
  await page.keyboard.type('hello')
  expect(await page.evaluate(() => window.vouchsafe?.inspect().tally)).toBeUndefined()
  release()
  await page.waitForFunction(() => window.vouchsafe?.inspect().tally)
  const tally = await page.evaluate(() => window.vouchsafe?.inspect().tally)
  expect(tally).toMatchObject({ presses: 1, releases: 1, clicks: 1, keys: 5, inputs: 5 })
  expect(tally?.moves).toBeGreaterThanOrEqual(20)
  expect(tally?.elapsed).toBeGreaterThan(100)
  expect(errors).toEqual([])
})

test('the first verdict on a visitor who has done nothing takes one script; the other comes when there is time', async ({
  page,
  stage,
  errors,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  expect(await firstVerdict(page)).toMatchObject({ status: 'ok', action: 'allow', assurance: 'signed' })
  const claims = stage.calls.at(-1)?.claims
  expect(claims).toMatchObject({ features: '', card: 'still-1', llr: 0 })
  expect(claims?.tells).toMatch(/^[A-Z]+$/i)
  expect(claims?.tally).toHaveLength(1)
  await page.waitForFunction(() => window.vouchsafe?.inspect().report)
  expect(asked.indexOf('/senses.js')).toBeGreaterThan(asked.indexOf('/v1/attest'))
  await page.evaluate(() => window.vouchsafe?.attest('checkout'))
  expect(stage.calls.at(-1)?.claims?.card).toMatch(/^client-/)
  expect(errors).toEqual([])
})

test('without senses.js the page goes on, the evidence says so, and the next attempt tries again', async ({ page, stage, errors }) => {
  let blocked = true
  await page.route('**/senses.js', (route) => (blocked ? route.abort() : route.continue()))
  stage.pages.set('/', html)
  const asked = page.waitForRequest('**/senses.js')
  await page.goto(`${stage.site}/`)
  await Promise.all([firstVerdict(page), asked])
  expect(await page.evaluate(() => window.vouchsafe?.attest())).toMatchObject({ status: 'ok', action: 'allow' })
  const nothing = { tells: '', features: '', tally: [], card: 'none', llr: 0 }
  expect(stage.calls.at(-1)?.claims).toMatchObject(nothing)
  await page.click('#a')
  blocked = false
  await page.click('button')
  await page.waitForURL('**/form')
  const last = stage.calls.at(-1)?.claims
  expect(last?.card).toMatch(/^client-/)
  expect(last?.tells).toMatch(/^[\w-]{19,}$/)
  expect(last?.tally[2]).toBe(2)
  expect(stage.posts[0]?.fields.get('vouchsafe-token')).toBeTruthy()
  expect(errors).toEqual([])
})

test('a senses.js of another build is not run', async ({ page, stage, errors }) => {
  const headers = { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }
  await page.route('**/senses.js', (route) => route.fulfill({ headers, body: 'window.alien=1' }))
  stage.pages.set('/', html)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.mouse.move(10, 10)
  expect((await page.evaluate(() => window.vouchsafe?.attest()))?.status).toBe('ok')
  expect(stage.calls.at(-1)?.claims?.card).toBe('none')
  expect(await page.evaluate(() => 'alien' in window)).toBe(false)
  expect(errors).toEqual([])
})
