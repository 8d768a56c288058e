import { tag } from './collector-stage.js'
import { expect, firstVerdict, sensesThere, test } from './collector-test.js'

const SECRET = 'Tr0ub4dor-and-3'

test('what a visitor does is counted by its kind, and nothing that was typed leaves the page', async ({ page, stage, errors }) => {
  stage.pages.set(
    '/',
    `<!doctype html><title>t</title>${tag()}<style>p{height:3000px}</style><input id=a><input id=b type=password><button type=button>b</button><p>text`,
  )
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await sensesThere(page)
  await page.mouse.move(50, 50)
  await page.mouse.move(200, 80, { steps: 10 })
  await page.click('#a')
  await page.keyboard.type('hello')
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  await page.click('#b')
  await page.keyboard.press('Control+V')
  await page.keyboard.type(SECRET)
  await page.click('button')
  await page.mouse.wheel(0, 400)
  await page.waitForFunction(() => scrollY > 0)
  await page.evaluate(() => document.querySelector('button')?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true })))
  const { tally, faults } = await page.evaluate(() => {
    const { tally, faults } = window.vouchsafe!.inspect()
    return { tally: tally!, faults }
  })
  expect(tally).toMatchObject({ presses: 3, releases: 3, clicks: 3, wheels: 1, pastes: 1, submits: 0, untrusted: 1 })
  expect(tally.moves).toBeGreaterThanOrEqual(13)
  expect(tally.inputs).toBe('hello'.length + 1 + SECRET.length)
  expect(tally.keys).toBeGreaterThanOrEqual('hello'.length + SECRET.length + 6)
  expect(tally.scrolls).toBeGreaterThanOrEqual(1)
  expect(faults).toBe(0)
  await page.evaluate(() => window.vouchsafe?.attest('after'))
  const sent = JSON.stringify(stage.calls)
  expect(sent).not.toContain(SECRET)
  expect(sent).not.toContain('hello')
  expect(errors).toEqual([])
})

test('a fault of ours does not reach the page, and is seen in the inspection', async ({ page, stage, errors }) => {
  stage.pages.set('/', `<!doctype html><title>t</title>${tag()}<button type=button>b</button>`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await sensesThere(page)
  await page.evaluate(() => {
    Element.prototype.getBoundingClientRect = () => {
      throw new Error('a page that breaks what we use')
    }
    window.seen = []
    document.querySelector('button')?.addEventListener('pointerdown', () => window.seen?.push('page'))
  })
  await page.mouse.move(20, 20)
  await page.mouse.down()
  await page.mouse.up()
  expect(await page.evaluate(() => [window.seen?.length, window.vouchsafe?.inspect().faults])).toEqual([1, 1])
  expect((await page.evaluate(() => window.vouchsafe?.attest()))?.status).toBe('ok')
  expect(errors).toEqual([])
})

test('a bare keydown event, as autofill sends it, is no key press', async ({ page, stage }) => {
  stage.pages.set('/', `<!doctype html><title>t</title>${tag()}<input>`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await sensesThere(page)
  const { tally, faults } = await page.evaluate(() => {
    for (const type of ['keydown', 'keyup']) document.querySelector('input')?.dispatchEvent(new Event(type, { bubbles: true }))
    const { tally, faults } = window.vouchsafe!.inspect()
    return { tally: tally!, faults }
  })
  expect([tally.keys, tally.untrusted, faults]).toEqual([0, 0, 0])
})

test('a finger’s touch is a press', async ({ browser, stage }) => {
  const context = await browser.newContext({ hasTouch: true })
  const page = await context.newPage()
  stage.pages.set('/', `<!doctype html><title>t</title>${tag()}<button type=button>b</button>`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await sensesThere(page)
  await page.tap('button')
  expect(await page.evaluate(() => window.vouchsafe?.inspect().tally)).toMatchObject({ presses: 1, releases: 1, clicks: 1 })
  await context.close()
})

test('how fast a page is read is told in words, and which they are is not', async ({ page, stage, errors }) => {
  const text = 'vertraulich '.repeat(2000)
  stage.pages.set('/', `<!doctype html><title>t</title>${tag()}<style>p{height:8000px;overflow:hidden}</style><p>${text}`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await sensesThere(page)
  const { height, inner } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight, inner: innerHeight }))
  await page.evaluate(() => scrollTo(0, 1))
  await page.waitForTimeout(600)
  await page.evaluate(() => scrollTo(0, 2))
  await page.waitForTimeout(5200)
  await page.evaluate((to) => scrollTo(0, to), 2 + inner)
  const pace = () => page.evaluate(() => window.vouchsafe?.inspect().features.get('input.reading-pace')?.value)
  await expect.poll(pace).toBeDefined()
  // Each of the words is as long as two.
  const words = (4000 * inner) / height
  expect(await pace()).toBeGreaterThan((0.7 * words) / 5.3)
  expect(await pace()).toBeLessThan((1.01 * words) / 5.2)
  await page.evaluate(() => window.vouchsafe?.attest('after'))
  expect(JSON.stringify(stage.calls)).not.toContain('vertraulich')
  expect(errors).toEqual([])
})

test('what the page scrolls in the wheel’s place is no scrolling of the visitor’s', async ({ page, stage, errors }) => {
  const script = `addEventListener('wheel', (event) => { if (window.own) { event.preventDefault(); scrollBy(0, event.deltaY) } }, { passive: false })`
  stage.pages.set('/', `<!doctype html><title>t</title>${tag()}<script>${script}</script><p style="height:3000px">text`)
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await sensesThere(page)
  await page.mouse.move(50, 50)
  const turned = async (own: boolean) => {
    await page.evaluate((own) => Object.assign(window, { own }), own)
    const before = await page.evaluate(() => scrollY)
    await page.mouse.wheel(0, 120)
    await page.waitForFunction((before) => scrollY > before, before)
    // The scroll event comes with the frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    return page.evaluate(() => window.vouchsafe!.inspect().tally!.scrolls)
  }
  expect(await turned(true)).toBe(0)
  expect(await turned(false)).toBeGreaterThanOrEqual(1)
  expect(errors).toEqual([])
})
