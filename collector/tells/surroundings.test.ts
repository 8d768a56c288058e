import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Observation, seen, unsupported } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import { createWatches } from './probe/watches.js'
import { sensedTells } from './sensed-tells.js'
import { stillTells } from './still-tells.js'

const tells = [...stillTells, ...sensedTells]

const yes = seen(true)
const no = seen(false)

type Globals = Readonly<Record<string, unknown>>

const navigator = { userAgent: 'X11; Linux Chrome/156', maxTouchPoints: 0, userAgentData: {} }
const plain: Globals = {
  navigator,
  devicePixelRatio: 1,
  innerWidth: 1280,
  innerHeight: 650,
  outerWidth: 1290,
  outerHeight: 780,
  screen: { width: 1366, height: 768, orientation: { type: 'landscape-primary' } },
  matchMedia: () => ({ matches: false }),
  location: { protocol: 'https:' },
}
const touch = { navigator: { ...navigator, maxTouchPoints: 5 } }
const windows = { ...navigator, userAgent: 'Windows NT 10.0 Chrome/156' }
const arrived = (entry: object) => ({
  performance: {
    getEntriesByType: () => [{ responseEnd: 9, nextHopProtocol: '', transferSize: 400, workerStart: 0, deliveryType: '', ...entry }],
  },
})
const permission = (api: string, query: string) => ({
  Notification: { permission: api },
  navigator: { ...navigator, permissions: { query: () => Promise.resolve({ state: query }) } },
})

function observe(id: TellId, globals: Globals): Observation | Promise<Observation> {
  const world = { ...plain, ...globals }
  for (const [name, value] of Object.entries(world)) vi.stubGlobal(name, value)
  const window: Record<string, unknown> = { ...world }
  window.top = 'top' in globals ? globals.top : window
  vi.stubGlobal('window', window)
  return tells
    .find((tell) => tell.id === id)!
    .observe({ ...createWatches(new AbortController().signal), frame: () => undefined, worker: Promise.resolve(undefined) })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('tells about surroundings', () => {
  it.each<[string, TellId, Globals, Observation]>([
    ['a page larger than its window', 'tell.viewport-larger', { innerWidth: 1400 }, yes],
    ['a page that fills its window, as in a kiosk', 'tell.viewport-larger', { innerWidth: 1290, innerHeight: 780 }, no],
    ['a zoomed page', 'tell.viewport-larger', { innerWidth: 1400, devicePixelRatio: 0.8 }, unsupported],
    ['a pinched page', 'tell.viewport-larger', { innerWidth: 1400, visualViewport: { scale: 2 } }, unsupported],
    ['a touch screen', 'tell.viewport-larger', { innerWidth: 1400, ...touch }, unsupported],
    ['an embedded page', 'tell.viewport-larger', { innerWidth: 1400, top: {} }, unsupported],
    ['a window not yet shown', 'tell.viewport-larger', { outerWidth: 0, outerHeight: 0 }, unsupported],
    ['a window beyond its screen', 'tell.window-beyond-screen', { outerWidth: 1400 }, yes],
    ['a maximised window with its borders', 'tell.window-beyond-screen', { outerWidth: 1382, outerHeight: 784 }, no],
    [
      'a window on two screens',
      'tell.window-beyond-screen',
      { outerWidth: 2700, screen: { width: 1366, height: 768, isExtended: true } },
      unsupported,
    ],
    [
      'an upright screen that is wide',
      'tell.screen-orientation',
      { screen: { width: 800, height: 600, orientation: { type: 'portrait-primary' } } },
      yes,
    ],
    [
      'an upright screen',
      'tell.screen-orientation',
      { screen: { width: 1080, height: 1920, orientation: { type: 'portrait-primary' } } },
      no,
    ],
    ['a browser that does not say', 'tell.screen-orientation', { screen: { width: 800, height: 600 } }, unsupported],
    ['style sheets that see another screen', 'tell.screen-media', {}, yes],
    ['style sheets that see the same', 'tell.screen-media', { matchMedia: () => ({ matches: true }) }, no],
    ['a zoomed page’s style sheets', 'tell.screen-media', { devicePixelRatio: 1.5 }, unsupported],
    ['who asked for less motion', 'tell.reduced-motion', { matchMedia: () => ({ matches: true }) }, yes],
    ['who did not', 'tell.reduced-motion', {}, no],
    ['a desktop without a pointer', 'tell.pointer-none', { navigator: windows, matchMedia: () => ({ matches: true }) }, yes],
    ['a desktop with one', 'tell.pointer-none', { navigator: windows }, no],
    ['a phone', 'tell.pointer-none', { navigator: { ...navigator, userAgent: 'Android Chrome/156 Mobile' } }, unsupported],
    ['a document from a driver', 'tell.document-fulfilled', arrived({}), yes],
    ['one from the network', 'tell.document-fulfilled', arrived({ nextHopProtocol: 'h2' }), no],
    ['one from the cache', 'tell.document-fulfilled', arrived({ transferSize: 0 }), no],
    ['one from a service worker', 'tell.document-fulfilled', arrived({ workerStart: 3 }), no],
    ['one from the way back', 'tell.document-fulfilled', arrived({ transferSize: 0, deliveryType: 'cache' }), no],
    ['one rendered ahead', 'tell.document-fulfilled', arrived({ transferSize: 0, deliveryType: 'navigational-prefetch' }), no],
    ['one not yet there', 'tell.document-fulfilled', arrived({ responseEnd: 0 }), unsupported],
    [
      'a frame that holds its own text',
      'tell.document-fulfilled',
      { ...arrived({}), location: { protocol: 'about:', hostname: '' } },
      unsupported,
    ],
    ['one fetched ahead', 'tell.document-fulfilled', arrived({ deliveryType: 'navigational-prefetch' }), no],
    [
      'one from an app’s WebView',
      'tell.document-fulfilled',
      { ...arrived({}), navigator: { ...navigator, userAgent: 'Linux; Android 14; K; wv) Chrome/156 Mobile' } },
      unsupported,
    ],
    [
      'one from an Electron app',
      'tell.document-fulfilled',
      { ...arrived({}), navigator: { ...navigator, userAgent: 'X11; Linux app/1.0 Chrome/156 Electron/41.0' } },
      unsupported,
    ],
    [
      'one from the developer’s machine',
      'tell.document-fulfilled',
      { ...arrived({}), location: { protocol: 'http:', hostname: 'localhost' } },
      unsupported,
    ],
    ['a file', 'tell.document-fulfilled', { ...arrived({}), location: { protocol: 'file:' } }, unsupported],
    ['a browser that is no Chromium', 'tell.document-fulfilled', { ...arrived({}), navigator: {} }, unsupported],
    ['permissions that contradict each other', 'tell.notification-permission', permission('default', 'denied'), yes],
    ['permissions not asked for yet', 'tell.notification-permission', permission('default', 'prompt'), no],
    ['permissions refused', 'tell.notification-permission', permission('denied', 'denied'), no],
    ['an embedded page, which may not ask', 'tell.notification-permission', { ...permission('default', 'denied'), top: {} }, unsupported],
  ])('%s: %s', async (_, id, globals, expected) => {
    expect(await observe(id, globals)).toEqual(expected)
  })
})
