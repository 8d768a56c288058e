import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Observation, seen, unsupported } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import type { WorkerFacts } from '../pow/worker-facts.js'
import { tells } from './index.js'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const WINDOWS = CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0; Win64; x64')
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const PHONE = CHROME.replace('X11; Linux x86_64', 'Linux; Android 10; K').replace('Safari', 'Mobile Safari')
const IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'

const brands = [{ brand: 'Chromium', version: '156' }]
const hints = (change: object = {}, details: object = {}) => ({
  brands,
  platform: 'Linux',
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
  userAgentData: hints(),
}
const inWorker = { userAgent: CHROME, languages: 'de-DE,de,en', platform: 'Linux x86_64', hardwareConcurrency: 2, webdriver: false }

interface World {
  readonly navigator?: object
  readonly frame?: object
  readonly worker?: Partial<WorkerFacts> | null
  readonly window?: object
}

function observe(id: TellId, world: World): Observation | Promise<Observation> {
  const navigator = { ...person, ...world.navigator }
  vi.stubGlobal('navigator', navigator)
  vi.stubGlobal('window', { ...world.window })
  const frame = { navigator: { ...navigator, ...world.frame } } as unknown as Window
  const worker = Promise.resolve(world.worker === null ? undefined : { ...inWorker, ...world.worker })
  return tells.find((tell) => tell.id === id)!.observe({ frame: () => frame, worker })
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
    ['a bound function of that name', 'tell.automation-bindings', { window: { puppeteer_tour: Math.max.bind(null) } }, no],
  ])('%s: %s', async (_, id, world, expected) => {
    expect(await observe(id, world)).toEqual(expected)
  })
})
