import { tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

const html = (body: string) => `<!doctype html><title>t</title>${body}`

test('the script tag gives a signed verdict on load, without a cookie and without a preflight', async ({ page, stage, errors }) => {
  stage.pages.set('/', html(tag()))
  await page.goto(`${stage.site}/`)
  const verdict = await firstVerdict(page)
  expect(verdict).toMatchObject({ status: 'ok', action: 'allow', assurance: 'signed' })
  expect(await page.getAttribute('html', 'data-vouchsafe-action')).toBe('allow')
  const [challenge, attest] = stage.calls
  expect(challenge?.contentType).toBe('text/plain;charset=UTF-8')
  expect(attest?.signed).toBe(true)
  expect(attest?.claims).toMatchObject({ origin: stage.site, action: 'view', seq: 0, v: 1 })
  expect(stage.calls.every((call) => call.cookie === undefined)).toBe(true)
  expect(await page.context().cookies()).toEqual([])
  expect(errors).toEqual([])
})

test('the evidence stays within 1.5 KB after much input', async ({ page, stage }) => {
  stage.pages.set('/', html(`${tag()}<input id=a><p style="height:4000px">`))
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  for (let i = 0; i < 60; i++) await page.mouse.move(100 + 7 * i, 100 + 40 * Math.sin(i / 5))
  await page.click('#a')
  await page.keyboard.type('Jane.Doe@example.com and some more text 12345', { delay: 12 })
  await page.mouse.wheel(0, 900)
  await page.mouse.wheel(0, -300)
  await page.evaluate(() => window.vouchsafe?.attest('checkout'))
  const last = stage.calls.at(-1)
  expect(last?.claims).toMatchObject({ action: 'checkout', seq: 1 })
  expect(last?.claims?.tally[1]).toBeGreaterThan(50)
  expect(last?.bytes).toBeLessThanOrEqual(1536)
  expect(await page.evaluate(() => window.vouchsafe?.inspect().faults)).toBe(0)
})

for (const worker of ['blob', 'none']) {
  test(`the first verdict, worker ${worker}, blocks the main thread for no longer than 50 ms at a time`, async ({ page, stage }) => {
    stage.behave = () => ({ kind: 'answer', change: { pow: { count: 16, difficulty: 16384 } } })
    const observer = "seen=[];new PerformanceObserver(l=>seen.push(...l.getEntries().map(e=>e.duration))).observe({type:'longtask'})"
    stage.pages.set('/', html(`<script>${observer}</script>${tag(`data-worker=${worker}`)}`))
    // A machine that is busy with other tests makes long tasks of short ones: one undisturbed visit shows what our part is.
    const visit = async () => {
      await page.goto(`${stage.site}/`)
      await firstVerdict(page)
      await page.waitForTimeout(100)
      return page.evaluate(() => window.seen)
    }
    await expect.poll(visit, { timeout: 30_000 }).toEqual([])
  })
}

test('a second script tag is not a second collector', async ({ page, stage, errors }) => {
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  stage.pages.set('/', html(`${tag()}${tag()}`))
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  // Only now: of scripts that load at the same time, any may be the first.
  await page.evaluate((src) => {
    const script = Object.assign(document.createElement('script'), { src })
    script.dataset.key = 'pk_another_project_key'
    document.head.append(script)
  }, `${stage.attest}/collector.js`)
  await page.waitForTimeout(300)
  expect(stage.calls.map((call) => call.path)).toEqual(['/v1/challenge', '/v1/attest'])
  expect(warnings.filter((text) => text.startsWith('vouchsafe:'))).toHaveLength(1)
  expect(errors).toEqual([])
})

test('an element that is called vouchsafe is no hindrance', async ({ page, stage }) => {
  stage.pages.set('/', html(`<div id=vouchsafe></div>${tag()}`))
  await page.goto(`${stage.site}/`)
  await page.waitForFunction(() => typeof window.vouchsafe?.attest === 'function')
  expect((await firstVerdict(page)).status).toBe('ok')
})

test('the script may stand in the head, before there is a body', async ({ page, stage, errors }) => {
  stage.pages.set('/', `<!doctype html><html><head>${tag().replace(' async', '')}<title>t</title></head><body><p>text`)
  await page.goto(`${stage.site}/`)
  expect((await firstVerdict(page)).status).toBe('ok')
  expect(errors).toEqual([])
})

test('a wrong key is told to the developer and breaks nothing', async ({ page, stage, errors }) => {
  stage.pages.set(
    '/',
    html(
      '<script src="{attest}/collector.js" data-key="sk_secret" async></script><form action=/form method=post data-vouchsafe><button>go</button></form>',
    ),
  )
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  await page.goto(`${stage.site}/`)
  const outcome = await page.evaluate(() => window.vouchsafe?.attest().then(String, (error) => error.code))
  expect(outcome).toBe('bad-options')
  expect(warnings).toContainEqual(expect.stringContaining('vouchsafe: bad-options key'))
  await page.click('button')
  await page.waitForURL('**/form')
  expect(errors).toEqual([])
})

test('misuse rejects with a code; nothing else does', async ({ page, stage }) => {
  stage.pages.set('/', html(tag()))
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  const codes = await page.evaluate(async () => {
    const code = (promise: Promise<unknown> | undefined) => promise?.then(String, (error) => error.code)
    const bad = await code(window.vouchsafe?.attest('Not an action!'))
    window.vouchsafe?.stop()
    return [bad, await code(window.vouchsafe?.attest())]
  })
  expect(codes).toEqual(['bad-action', 'stopped'])
  expect(await page.getAttribute('html', 'data-vouchsafe-action')).toBeNull()
})
