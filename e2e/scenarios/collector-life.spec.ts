import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { repoRoot } from '../support/machine/tools.js'
import { KEY, tag } from './collector-stage.js'
import { expect, firstVerdict, test } from './collector-test.js'

const html = (body = '') => `<!doctype html><title>t</title>${tag()}<p id=p>text</p>${body}`

test('a page back from the back/forward cache asks for a new verdict in the same session', async ({ stage, launchOptions }) => {
  test.setTimeout(60_000)
  // Playwright switches the cache off by default.
  const browser = await chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  try {
    const page = await browser.newPage()
    stage.pages
      .set('/', html('<script>addEventListener("pageshow",e=>{window.persisted=e.persisted})</script>'))
      .set('/other', '<title>o</title>other')
    await page.goto(`${stage.site}/`)
    await firstVerdict(page)
    await page.goto(`${stage.site}/other`)
    // Not page.goBack(): it waits for a load event, and a page that comes back from the cache has none.
    await page.evaluate(() => history.back()).catch(() => {})
    await page.waitForFunction(() => (window as { persisted?: boolean }).persisted)
    await expect.poll(() => stage.calls.length).toBe(4)
    expect(stage.calls.flatMap(({ claims }) => (claims ? [claims.seq] : []))).toEqual([0, 1])
    expect(stage.calls[2]?.body.session).toMatch(/^sess_/)
    expect(stage.calls[3]?.claims?.eat_nonce).not.toBe(stage.calls[1]?.claims?.eat_nonce)
  } finally {
    await browser.close()
  }
})

test('the session lives on with the tab, the device key with the browser', async ({ page, stage, context }) => {
  stage.pages.set('/', html())
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.reload()
  await firstVerdict(page)
  const other = await context.newPage()
  await other.goto(`${stage.site}/`)
  await firstVerdict(other)
  const sessions = stage.calls.filter(({ path }) => path === '/v1/challenge').map(({ body }) => body.session)
  expect(sessions[0]).toBeUndefined()
  expect(sessions[1]).toMatch(/^sess_/)
  expect(sessions[2]).toBeUndefined()
  const keys = stage.calls.flatMap(({ thumbprintParts }) => (thumbprintParts ? [thumbprintParts.x] : []))
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
})

test('single-page navigation keeps session, listeners and sequence', async ({ page, stage }) => {
  stage.pages.set('/', html())
  await page.goto(`${stage.site}/`)
  await firstVerdict(page)
  await page.evaluate(() => {
    history.pushState({}, '', '/elsewhere')
    document.body.replaceChildren(document.createElement('main'))
  })
  await page.mouse.move(10, 10)
  await page.mouse.move(200, 120)
  await page.evaluate(() => window.vouchsafe?.attest('later'))
  const { claims } = stage.calls.at(-1)!
  expect(claims).toMatchObject({ seq: 1, action: 'later', origin: stage.site })
  expect(claims?.tally[1]).toBeGreaterThanOrEqual(2)
})

test('a page that is not looked at asks for nothing until it is', async ({ page, stage }) => {
  await page.addInitScript(() => {
    let hidden = true
    Object.defineProperty(Document.prototype, 'hidden', { get: () => hidden })
    Object.assign(window, {
      show() {
        hidden = false
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      },
    })
  })
  stage.pages.set('/', html())
  await page.goto(`${stage.site}/`)
  await page.waitForTimeout(1000)
  expect(stage.calls).toEqual([])
  await page.evaluate(() => (window as unknown as { show(): void }).show())
  expect((await firstVerdict(page)).status).toBe('ok')
})

test('an image that never comes does not keep the verdict waiting for ever', async ({ page, stage }) => {
  await page.route('**/never.png', () => {})
  stage.pages.set('/', html('<img src=/never.png>'))
  await page.goto(`${stage.site}/`, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.vouchsafe?.verdict()?.status === 'ok', undefined, { timeout: 8000 })
})

const storages: readonly (readonly [name: string, sabotage: () => void])[] = [
  [
    'IndexedDB that hangs',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    },
  ],
  [
    'IndexedDB that throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
    },
  ],
  [
    'no IndexedDB',
    () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined })
    },
  ],
  [
    'sessionStorage that throws',
    () => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError')
        },
      })
    },
  ],
  [
    'keys that cannot be stored',
    () => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no', 'DataCloneError')
      }
    },
  ],
]

for (const [name, sabotage] of storages) {
  test(`${name}: a key for the page's life signs the evidence`, async ({ page, stage, errors }) => {
    await page.addInitScript(sabotage)
    stage.pages.set('/', html())
    await page.goto(`${stage.site}/`)
    expect(await firstVerdict(page)).toMatchObject({ status: 'ok', assurance: 'signed' })
    await page.evaluate(() => window.vouchsafe?.attest('again'))
    const evidence = stage.calls.filter(({ path }) => path === '/v1/attest')
    expect(new Set(evidence.map(({ thumbprintParts }) => thumbprintParts?.x)).size).toBe(1)
    expect(stage.calls[2]?.body.session).toMatch(/^sess_/)
    expect(errors).toEqual([])
  })
}

test('on plain http the evidence goes unsigned', async ({ stage, launchOptions }) => {
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP plain.example 127.0.0.1']
  const browser = await chromium.launch({ ...launchOptions, args })
  try {
    const page = await browser.newPage()
    const name = (address: string) => address.replace('127.0.0.1', 'plain.example')
    stage.pages.set(
      '/',
      html('<form action=/form method=post data-vouchsafe><button>go</button></form>').replace('{attest}', name(stage.attest)),
    )
    await page.goto(`${name(stage.site)}/`)
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined'])
    expect(await firstVerdict(page)).toMatchObject({ status: 'ok', assurance: 'unsigned' })
    expect(stage.calls.at(-1)?.body).toMatchObject({ unsigned: { origin: name(stage.site), seq: 0 } })
    await page.click('button')
    await page.waitForURL('**/form')
    expect(stage.posts[0]?.fields.get('vouchsafe-token')).toBeTruthy()
  } finally {
    await browser.close()
  }
})

const measure = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = (await cdp.send('Performance.getMetrics')) as { metrics: { name: string; value: number }[] }
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize'), nodes: value('Nodes') }
}

test('1,000 cycles of create and stop leave listeners and heap as they were', async ({ page, stage, errors }) => {
  test.setTimeout(60_000)
  stage.pages.set('/', '<!doctype html><title>t</title><p>text')
  await page.goto(`${stage.site}/`)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const cycles = (count: number) =>
    page.evaluate(
      async ([attest, key, times]) => {
        const { createCollector } = (await import(`${attest}/collector.mjs`)) as {
          createCollector(o: object): { attest(): Promise<unknown>; stop(): void }
        }
        for (let i = 0; i < times; i++) {
          const collector = createCollector({ key, endpoint: attest })
          // Every hundredth does all it can before it is stopped; some are stopped in the midst of it.
          if (i % 100 === 0) await collector.attest()
          if (i % 100 === 50) void collector.attest()
          if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve))
          collector.stop()
        }
        await new Promise((resolve) => setTimeout(resolve, 1500))
      },
      [stage.attest, KEY, count] as const,
    )
  await cycles(200)
  const before = await measure(page)
  await cycles(1000)
  const after = await measure(page)
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(5)
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(20)
  expect(after.heap - before.heap).toBeLessThan(300_000)
  expect(errors).toEqual([])
})

test('importing the module in Node does nothing, and creating a collector there is harmless', async () => {
  const before = Object.keys(globalThis)
  const path = join(process.env.VOUCHSAFE_E2E_DIST ?? join(repoRoot, 'dist'), 'collector.mjs')
  expect(readFileSync(path, 'utf8')).toContain('createCollector')
  const { createCollector } = (await import(path)) as { createCollector(options: object): NonNullable<Window['vouchsafe']> }
  expect(Object.keys(globalThis)).toEqual(before)
  const collector = createCollector({ key: KEY, endpoint: 'https://attest.example' })
  expect(await collector.attest()).toEqual({ status: 'unsupported', action: 'allow' })
  expect(collector.verdict()).toBeUndefined()
  collector.stop()
})
