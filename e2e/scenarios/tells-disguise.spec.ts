import type { BrowserContextOptions, Page } from 'playwright/test'
import { expect, test } from '../support/fixtures.js'
import { failures, hits, visit } from './tells-page.js'

/** A way to look like someone else, and the tells that see through it. */
interface Disguise {
  readonly context?: BrowserContextOptions
  readonly put?: (page: Page) => Promise<unknown>
  readonly shows: readonly string[]
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'

const override = (parameters: Parameters<typeof JSON.stringify>[0]) => async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setUserAgentOverride', parameters)
}

const hints = { brands: [{ brand: 'Chromium', version: '155' }], platform: 'Windows', architecture: 'x86', model: '', mobile: false }

const disguises: Readonly<Record<string, Disguise>> = {
  'a script that changes the navigator in the page only': {
    put: (page) =>
      page.addInitScript((userAgent) => {
        if (window !== window.top) return
        Object.defineProperty(navigator, 'platform', { get: () => 'Win32' })
        Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => userAgent })
      }, WINDOWS),
    shows: ['frame-identity', 'worker-user-agent', 'worker-platform', 'navigator-natives', 'navigator-own', 'shared-worker'],
  },
  'a script that changes the navigator in every frame': {
    put: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => ['fr-FR', 'fr'] })),
    shows: ['worker-languages'],
  },
  'the user agent of another engine': { context: { userAgent: FIREFOX }, shows: ['engine'] },
  'the user agent of another system': {
    put: override({ userAgent: WINDOWS, userAgentMetadata: { ...hints, platformVersion: '' } }),
    shows: ['platform'],
  },
  'an element factory of its own': {
    put: (page) => page.addInitScript(() => Object.assign(document, { createElement: document.createElement.bind(document) })),
    shows: ['document-own'],
  },
  'an exposed function': { put: (page) => page.exposeFunction('note', () => 1), shows: ['automation-bindings'] },
  'a document from the driver': {
    // It has no address, so that Chromium asks before it may load anything from this machine.
    context: { permissions: ['local-network-access'] },
    put: (page) => page.route('**/', async (route) => route.fulfill({ response: await route.fetch() })),
    shows: ['document-fulfilled'],
  },
}

for (const [name, { context, put, shows }] of Object.entries(disguises)) {
  test(`sees through ${name}`, async ({ browser }) => {
    const tells = await visit(async (stage) => {
      const page = await browser.newPage(context)
      await put?.(page)
      await page.goto(`${stage.site}/`)
      return () => page.close()
    })
    expect(hits(tells)).toEqual(expect.arrayContaining([...shows]))
    expect(failures(tells)).toEqual([])
  })
}
