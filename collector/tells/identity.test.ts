import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Observation, seen, unsupported } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import type { SharedFacts, WorkerFacts } from '../environment/worker-facts.js'
import { createWatches } from './probe/watches.js'
import { sensedTells } from './sensed-tells.js'
import { stillTells } from './still-tells.js'

const tells = [...stillTells, ...sensedTells]

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const WINDOWS = CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0; Win64; x64')
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const PHONE = CHROME.replace('X11; Linux x86_64', 'Linux; Android 10; K').replace('Safari', 'Mobile Safari')
const IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'

const brands = [{ brand: 'Chromium', version: '156' }]
const hints = (change: object = {}, details: object = {}) => ({
  brands,
  platform: 'Linux',
  mobile: false,
  getHighEntropyValues: () => Promise.resolve({ fullVersionList: [{ brand: 'Chromium', version: '156.0.8078.79' }], ...details }),
  ...change,
})

const person = {
  userAgent: CHROME,
  platform: 'Linux x86_64',
  vendor: 'Google Inc.',
  language: 'de-DE',
  languages: ['de-DE', 'de', 'en'],
  maxTouchPoints: 0,
  webdriver: false,
  hardwareConcurrency: 2,
  pdfViewerEnabled: true,
  plugins: { length: 5 },
  userAgentData: hints(),
}
const offset = new Date(0).getTimezoneOffset()
const inWorker = { userAgent: CHROME, languages: 'de-DE,de,en', platform: 'Linux x86_64', cores: 2, offset }
const inShared: SharedFacts = { ...inWorker, graphics: 'ANGLE (Intel, Mesa Intel(R) UHD Graphics, OpenGL 4.6)', locale: 'de-DE' }

const throwing = {
  get webdriver(): boolean {
    throw 0
  },
}

interface World {
  readonly navigator?: object
  readonly frame?: object
  readonly worker?: Partial<WorkerFacts> | null
  readonly shared?: Partial<SharedFacts> | null
  readonly window?: object
}

/** With getters as they are. */
const mix = (...parts: readonly (object | undefined)[]) =>
  Object.defineProperties({}, Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(part ?? {}))))

const sharedWorkerThatSays = (data: SharedFacts) =>
  class {
    readonly port = {
      close() {},
      set onmessage(hear: (event: { data: SharedFacts }) => void) {
        queueMicrotask(() => hear({ data }))
      },
    }
  }

function observe(id: TellId, world: World): Observation | Promise<Observation> {
  const navigator = mix(person, world.navigator)
  vi.stubGlobal('navigator', navigator)
  vi.stubGlobal('window', { ...(world.shared !== null && { SharedWorker: true }), ...world.window })
  vi.stubGlobal('SharedWorker', sharedWorkerThatSays({ ...inShared, ...world.shared }))
  const frame = { navigator: mix(navigator, world.frame) } as unknown as Window
  const worker = Promise.resolve(world.worker === null ? undefined : { ...inWorker, url: '/worker.js', ...world.worker })
  return tells.find((tell) => tell.id === id)!.observe({ ...createWatches(new AbortController().signal), frame: () => frame, worker })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const yes = seen(true)
const no = seen(false)

describe('tells about identity', () => {
  it.each<[string, TellId, World, Observation]>([
    ['a raised flag', 'tell.webdriver', { navigator: { webdriver: true } }, yes],
    ['a lowered flag', 'tell.webdriver', {}, no],
    ['a browser without the flag', 'tell.webdriver', { navigator: { webdriver: undefined } }, unsupported],
    ['a flag lowered in the page only', 'tell.frame-webdriver', { frame: { webdriver: true } }, yes],
    ['a flag that throws', 'tell.webdriver', { navigator: throwing }, yes],
    ['a flag that throws in a frame', 'tell.frame-webdriver', { frame: throwing }, yes],
    ['a flag that throws where there should be one', 'tell.webdriver-missing', { navigator: throwing }, yes],
    ['a headless user agent', 'tell.headless', { navigator: { userAgent: CHROME.replace('Chrome/', 'HeadlessChrome/') } }, yes],
    [
      'a headless brand',
      'tell.headless',
      { navigator: { userAgentData: hints({ brands: [{ brand: 'HeadlessChrome', version: '9' }] }) } },
      yes,
    ],
    ['a headless worker', 'tell.headless', { worker: { userAgent: CHROME.replace('Chrome/', 'HeadlessChrome/') } }, yes],
    ['no trace of headless', 'tell.headless', { worker: null }, no],
    ['a frame of another platform', 'tell.frame-identity', { frame: { platform: 'Win32' } }, yes],
    ['a frame that agrees', 'tell.frame-identity', {}, no],
    ['a worker of another user agent', 'tell.worker-user-agent', { worker: { userAgent: WINDOWS } }, yes],
    ['a worker of the same', 'tell.worker-user-agent', {}, no],
    ['no worker', 'tell.worker-user-agent', { worker: null }, unsupported],
    ['a worker of another platform', 'tell.worker-platform', { worker: { platform: 'Win32' } }, yes],
    [
      'an iPad, desktop pages',
      'tell.worker-platform',
      { navigator: { platform: 'MacIntel', maxTouchPoints: 5 }, worker: { platform: 'iPad' } },
      unsupported,
    ],
    ['a worker of other languages', 'tell.worker-languages', { worker: { languages: 'en-US' } }, yes],
    ['a worker without languages', 'tell.worker-languages', { worker: { languages: '' } }, unsupported],
    ['Windows in the user agent on Linux', 'tell.platform', { navigator: { userAgent: WINDOWS } }, yes],
    ['a phone on Linux', 'tell.platform', { navigator: { userAgent: PHONE, platform: 'Linux armv81' } }, no],
    ['an iPad as a Mac', 'tell.platform', { navigator: { userAgent: IPAD, platform: 'MacIntel' } }, no],
    ['an unheard-of platform', 'tell.platform', { navigator: { platform: 'PlayStation 5' } }, unsupported],
    ['V8 under Firefox’s name', 'tell.engine', { navigator: { userAgent: FIREFOX } }, yes],
    ['V8 under Chrome’s name', 'tell.engine', {}, no],
    ['an unheard-of engine', 'tell.engine', { navigator: { userAgent: 'Lynx/2.9' } }, unsupported],
    ['a chromedriver', 'tell.chromedriver-globals', { window: { cdc_adoQpoasnfa76pfcZLmcfl_Array: 1 } }, yes],
    ['a page with a variable of the like', 'tell.chromedriver-globals', { window: { cdc_data: 1, cdcArray: 1 } }, no],
    ['a page’s own function of a driver’s name', 'tell.automation-bindings', { window: { puppeteer_tour() {} } }, no],
    ['a worker with other processors', 'tell.worker-cores', { worker: { cores: 8 } }, yes],
    ['a worker file of an older version', 'tell.worker-cores', { worker: { cores: undefined as never } }, unsupported],
    ['a worker in another time zone', 'tell.worker-timezone', { worker: { offset: offset + 60 } }, yes],
    ['a worker in the same', 'tell.worker-timezone', {}, no],
    ['a shared worker of another user agent', 'tell.shared-worker', { shared: { userAgent: WINDOWS } }, yes],
    ['a shared worker of other languages', 'tell.shared-worker', { shared: { languages: 'en-US' } }, yes],
    ['a shared worker that agrees', 'tell.shared-worker', {}, no],
    ['no shared worker', 'tell.shared-worker', { shared: null }, unsupported],
    ['a headless shared worker', 'tell.shared-headless', { shared: { userAgent: CHROME.replace('Chrome/', 'HeadlessChrome/') } }, yes],
    ['a shared worker without headless', 'tell.shared-headless', {}, no],
    ['Direct3D under Linux', 'tell.graphics-system', { shared: { graphics: 'ANGLE (NVIDIA GeForce Direct3D11 vs_5_0)' } }, yes],
    ['Windows’ graphics inside Linux', 'tell.graphics-system', { shared: { graphics: 'D3D12 (NVIDIA GeForce RTX 4070)' } }, no],
    ['Apple’s card under Linux', 'tell.graphics-system', { shared: { graphics: 'ANGLE (Mesa, Apple M1 (G13G B1))' } }, no],
    ['no WebGL', 'tell.graphics-system', { shared: { graphics: '' } }, unsupported],
    ['no graphics card', 'tell.software-graphics', { shared: { graphics: 'ANGLE (Google, SwiftShader driver)' } }, yes],
    ['dates in a language that is not listed', 'tell.locale', { shared: { locale: 'en-US' }, navigator: { languages: ['fr'] } }, yes],
    ['dates in English for English', 'tell.locale', { shared: { locale: 'en-GB' } }, no],
    ['a system without a language', 'tell.locale', { navigator: { language: 'C', languages: ['C'] } }, unsupported],
    ['another version in the hints', 'tell.brands', { navigator: { userAgent: CHROME.replace('156', '155') } }, yes],
    ['the same version in the hints', 'tell.brands', {}, no],
    ['no hints', 'tell.brands', { navigator: { userAgentData: undefined } }, unsupported],
    ['Windows in the user agent, Linux in the hints', 'tell.hints-platform', { navigator: { userAgent: WINDOWS } }, yes],
    ['a phone that asks for desktop pages', 'tell.hints-platform', { navigator: { userAgentData: hints({ platform: 'Android' }) } }, no],
    ['no full versions', 'tell.hints-details', { navigator: { userAgentData: hints({}, { fullVersionList: [] }) } }, yes],
    ['Linux without a version', 'tell.hints-details', { navigator: { userAgentData: hints({}, { platformVersion: '' }) } }, no],
    [
      'Windows without a version',
      'tell.hints-details',
      { navigator: { userAgentData: hints({ platform: 'Windows' }, { platformVersion: '10.0' }) } },
      yes,
    ],
    [
      'Windows with one',
      'tell.hints-details',
      { navigator: { userAgentData: hints({ platform: 'Windows' }, { platformVersion: '15.0.0' }) } },
      no,
    ],
    [
      'a browser that keeps its details',
      'tell.hints-details',
      { navigator: { userAgentData: hints({}, { fullVersionList: undefined }) } },
      unsupported,
    ],
    ['a phone in the user agent only', 'tell.mobile-hint', { navigator: { userAgent: PHONE } }, yes],
    ['a phone in both', 'tell.mobile-hint', { navigator: { userAgent: PHONE, userAgentData: hints({ mobile: true }) } }, no],
    ['a phone that cannot be touched', 'tell.touch-claim', { navigator: { userAgent: PHONE } }, yes],
    ['a phone', 'tell.touch-claim', { navigator: { userAgent: PHONE, maxTouchPoints: 5 } }, no],
    ['a flag that is gone', 'tell.webdriver-missing', { navigator: { webdriver: undefined } }, yes],
    ['Firefox without the flag', 'tell.webdriver-missing', { navigator: { webdriver: undefined, userAgentData: undefined } }, unsupported],
    ['plug-ins without a viewer', 'tell.plugins', { navigator: { pdfViewerEnabled: false } }, yes],
    ['the viewer switched off', 'tell.plugins', { navigator: { pdfViewerEnabled: false, plugins: { length: 0 } } }, no],
    [
      'Brave on iOS, which makes some up',
      'tell.plugins',
      { navigator: { userAgent: IPAD, pdfViewerEnabled: false, brave: {} } },
      unsupported,
    ],
    ['a page that says it is Brave', 'tell.plugins', { navigator: { pdfViewerEnabled: false, brave: {} } }, yes],
    ['viewer and WebGL switched off', 'tell.features-off', { navigator: { plugins: { length: 0 } }, shared: { graphics: '' } }, seen(2)],
    ['nothing switched off', 'tell.features-off', {}, seen(0)],
    ['Brave on iOS', 'tell.hardened', { navigator: { userAgent: IPAD, brave: {} } }, seen(2)],
    ['a page that says it is Brave', 'tell.hardened', { navigator: { brave: {} } }, seen(0)],
    ['a plain browser', 'tell.hardened', {}, seen(0)],
    ['Chromium on a Linux desktop', 'tell.whole-milliseconds', { navigator: { userAgent: CHROME } }, yes],
    ['a tablet that asks for desktop pages', 'tell.whole-milliseconds', { navigator: { userAgent: CHROME, maxTouchPoints: 5 } }, no],
    ['Chromium on Windows', 'tell.whole-milliseconds', { navigator: { userAgent: WINDOWS } }, no],
    ['Chromium on Chrome OS', 'tell.whole-milliseconds', { navigator: { userAgent: CHROME.replace('Linux', 'CrOS') } }, no],
    ['a crawler', 'tell.declared', { navigator: { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' } }, yes],
    ['jsdom', 'tell.declared', { navigator: { userAgent: 'Mozilla/5.0 (linux) AppleWebKit/537.36 jsdom/26.1.0' } }, yes],
    ['a phone by Cubot', 'tell.declared', { navigator: { userAgent: PHONE.replace('K)', 'CUBOT X30)') } }, no],
    ['what Playwright leaves behind', 'tell.driver-globals', { window: { __pwInitScripts: 1, __playwright_builtins__: 1 } }, seen(2)],
    ['a wallet and a page’s own names', 'tell.driver-globals', { window: { phantom: {}, _data: 1, __NEXT_DATA__: 1 } }, seen(0)],
    [
      'ten own properties, and a polyfill that does not count',
      'tell.navigator-own',
      { navigator: { getBattery: 1, deviceMemory: 8 } },
      seen(10),
    ],
    ['a bound function of that name', 'tell.automation-bindings', { window: { puppeteer_tour: Math.max.bind(null) } }, no],
  ])('%s: %s', async (_, id, world, expected) => {
    expect(await observe(id, world)).toEqual(expected)
  })

  const APP = PHONE.replace('K)', 'K; wv)')
  const twoFaced: readonly (readonly [string, object])[] = [
    ['an iPad that asks for desktop pages', { userAgent: IPAD, platform: 'MacIntel', maxTouchPoints: 5, userAgentData: undefined }],
    ['a phone that asks for desktop pages', { userAgentData: hints({ platform: 'Android' }) }],
    ['such a phone that hides its system', { platform: 'Linux aarch64', maxTouchPoints: 5 }],
    ['a WebView', { userAgent: APP, maxTouchPoints: 5 }],
    ['an Electron app', { userAgent: `${CHROME} Electron/41.0` }],
  ]
  const contradicting: readonly (readonly [TellId, World])[] = [
    ['tell.shared-worker', { shared: { userAgent: WINDOWS } }],
    ['tell.worker-user-agent', { worker: { userAgent: WINDOWS } }],
    ['tell.worker-platform', { worker: { platform: 'Win32' } }],
    ['tell.frame-identity', { frame: { platform: 'Win32' } }],
  ]
  it.each(twoFaced.flatMap(([name, navigator]) => contradicting.map(([id, world]) => [name, id, { ...world, navigator }] as const)))(
    '%s is left alone by %s',
    async (_, id, world) => {
      expect(await observe(id, world)).toEqual(unsupported)
    },
  )

  it.each(contradicting)('a laptop with a touch screen is not left alone by %s', async (id, world) => {
    expect(await observe(id, { ...world, navigator: { maxTouchPoints: 10 } })).toEqual(yes)
  })
})
