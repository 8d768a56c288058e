import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Observation, seen, unsupported } from '../../shared/observation.js'
import type { TellId } from '../../shared/wire/tells.js'
import { tells } from './index.js'

const yes = seen(true)
const no = seen(false)

type Globals = Readonly<Record<string, unknown>>

const navigator = { userAgent: 'X11; Linux Chrome/156', maxTouchPoints: 0, userAgentData: {} }
const plain: Globals = {
  navigator,
  location: { protocol: 'https:' },
}
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
  return tells.find((tell) => tell.id === id)!.observe({ frame: () => undefined, worker: Promise.resolve(undefined) })
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('tells about surroundings', () => {
  it.each<[string, TellId, Globals, Observation]>([
    ['a document from a driver', 'tell.document-fulfilled', arrived({}), yes],
    ['one from the network', 'tell.document-fulfilled', arrived({ nextHopProtocol: 'h2' }), no],
    ['one from the cache', 'tell.document-fulfilled', arrived({ transferSize: 0 }), no],
    ['one from a service worker', 'tell.document-fulfilled', arrived({ workerStart: 3 }), no],
    ['one fetched ahead', 'tell.document-fulfilled', arrived({ deliveryType: 'navigational-prefetch' }), no],
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
