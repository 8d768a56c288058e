import type { BrowserContextOptions, Page } from 'playwright/test'

/** A way to look like someone else, and the tells that see through it. */
export interface Disguise {
  readonly context?: BrowserContextOptions
  readonly put?: (page: Page) => Promise<unknown>
  readonly shows: readonly string[]
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'

const PHONE = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Mobile Safari/537.36'

const override = (parameters: Parameters<typeof JSON.stringify>[0]) => async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setUserAgentOverride', parameters)
}

const hints = { brands: [{ brand: 'Chromium', version: '155' }], platform: 'Windows', architecture: 'x86', model: '', mobile: false }

export const disguises: Readonly<Record<string, Disguise>> = {
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
    shows: ['worker-languages', 'locale'],
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
  'the user agent of a driver’s context, by the shared worker that it does not reach': {
    context: { userAgent: WINDOWS, locale: 'fr-FR' },
    shows: ['shared-worker', 'shared-headless', 'brands', 'hints-details'],
  },
  'a phone without a touch screen': {
    put: override({ userAgent: PHONE, userAgentMetadata: { ...hints, platform: 'Android', platformVersion: '15' } }),
    shows: ['mobile-hint', 'touch-claim'],
  },
  'a navigator with other properties': {
    put: (page) =>
      page.addInitScript(() => {
        const give = (name: string, value: unknown) => Object.defineProperty(Navigator.prototype, name, { get: () => value })
        give('webdriver', undefined)
        give('hardwareConcurrency', 128)
        give('plugins', [])
        Date.prototype.getTimezoneOffset = () => -345
      }),
    shows: ['webdriver-missing', 'worker-cores', 'plugins', 'worker-timezone', 'navigator-natives'],
  },
  'a flag that throws, and errors without stacks': {
    put: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'webdriver', {
          get() {
            throw 0
          },
        })
        Error.stackTraceLimit = 0
      }),
    shows: [
      'webdriver',
      'frame-webdriver',
      'webdriver-missing',
      'playwright-preview',
      'runtime-enabled',
      'navigator-natives',
      'function-proxy',
    ],
  },
  'a console that is deaf in every frame': {
    put: (page) =>
      page.addInitScript(() => {
        console.debug = () => {}
      }),
    shows: ['playwright-preview', 'runtime-enabled'],
  },
  'a screen that only scripts see': {
    put: (page) => page.addInitScript(() => Object.defineProperty(Screen.prototype, 'width', { get: () => 1919 })),
    shows: ['screen-media'],
  },
  'a function that lies about its source': {
    put: (page) =>
      page.addInitScript(() => {
        const native = Function.prototype.toString
        const lie: typeof native = new Proxy(native, {
          apply: (target, self, args: []) => Reflect.apply(target, self === lie ? native : self, args),
        })
        Function.prototype.toString = lie
      }),
    shows: ['function-proxy'],
  },
  'a script that makes up how the pointer is moved and pressed': {
    put: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(PointerEvent.prototype, 'pressure', { get: () => 0.5 })
        // In front of the browser's own, which stays as it was.
        Object.defineProperty(PointerEvent.prototype, 'screenX', { value: 400 })
        const { getCoalescedEvents } = PointerEvent.prototype
        PointerEvent.prototype.getCoalescedEvents = function () {
          return [...getCoalescedEvents.call(this), this]
        }
      }),
    shows: ['input-natives'],
  },
  'what a tool leaves behind': {
    put: (page) => page.addInitScript(() => Object.assign(window, { __pwInitScripts: {}, __playwright_builtins__: {} })),
    shows: ['driver-globals'],
  },
  'an exposed function': { put: (page) => page.exposeFunction('note', () => 1), shows: ['automation-bindings'] },
  'a document from the driver': {
    // It has no address, so that Chromium asks before it may load anything from this machine.
    context: { permissions: ['local-network-access'] },
    put: (page) => page.route('**/', async (route) => route.fulfill({ response: await route.fetch() })),
    shows: ['document-fulfilled'],
  },
}

/** What two pages of one driver show that are both in front of the visitor. */
export const shownByTwoPages: readonly string[] = ['focus-twice']
