import { afterEach, describe, expect, it } from 'vitest'
import { ok } from '../../shared/result.js'
import type { Send } from '../core/outbound/ports.js'
import { createLog } from '../routes/http/log.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { type Outbox, StoreUnavailable } from '../stores/ports.js'
import { keepDelivering } from './keep-delivering.js'

const stopping: (() => void)[] = []
afterEach(() => {
  for (const stop of stopping.splice(0)) stop()
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

/** Receivers that answer when the test says so, and rounds that come quickly. */
function setUp(outbox: Outbox = openMemoryStores().outbox) {
  const underWay: { readonly url: string; readonly answer: (status: number) => void }[] = []
  const lines: string[] = []
  const send: Send = ({ url }) =>
    new Promise((resolve) =>
      underWay.push({ url, answer: (status) => resolve(ok({ status, headers: new Map<string, string>(), body: new Uint8Array() })) }),
    )
  const log = createLog(
    'info',
    (line) => lines.push(line),
    () => 1000,
  )
  const start = () => {
    const stop = keepDelivering({ outbox, send, secretOf: async () => 'whsec_secret', clock: () => 1000, log }, 5)
    stopping.push(stop)
    return stop
  }
  const add = async (projectId: string, count: number) => {
    for (let i = 0; i < count; i++)
      await outbox.add({ id: `msg_${projectId}_${i}`, projectId, url: `https://${projectId}.example/`, body: '{}', createdAt: 1000 })
  }
  const of = (projectId: string) => underWay.filter(({ url }) => url === `https://${projectId}.example/`)
  return { underWay, lines, start, add, of }
}

describe('the rounds of messages', () => {
  it('leave a slow receiver with four under way, and hold up nobody else’s', async () => {
    const { add, start, of } = setUp()
    await add('slow', 50)
    await add('quick', 30)
    start()
    for (let i = 0; i < 30; i++) {
      await expect.poll(() => of('quick').length).toBeGreaterThan(i)
      of('quick')[i]!.answer(200)
    }
    expect(of('slow')).toHaveLength(4)
    of('slow')[0]!.answer(500)
    await expect.poll(() => of('slow').length).toBe(5)
  })

  it('have 64 under way at most, and begin the next as soon as one ends', async () => {
    const { add, start, underWay } = setUp()
    for (let i = 0; i < 20; i++) await add(`project${i}`, 4)
    start()
    await expect.poll(() => underWay.length).toBe(64)
    await pause()
    expect(underWay).toHaveLength(64)
    expect(new Set(underWay.map(({ url }) => url)).size, 'every project has some').toBe(20)
    underWay[7]!.answer(204)
    await expect.poll(() => underWay.length).toBe(65)
  })

  it('go on after a store that did not answer, and end when they are told to', async () => {
    let asked = 0
    const broken = {
      claim: async () => {
        asked++
        throw new StoreUnavailable('locked')
      },
    } as unknown as Outbox
    const { start, lines } = setUp(broken)
    const stop = start()
    await expect.poll(() => asked).toBeGreaterThan(2)
    stop()
    await pause()
    const before = asked
    await pause()
    expect(asked).toBe(before)
    expect(lines.join()).toContain('webhooks-failed')
  })

  it('have room again where the store took no answer of a message that ended', async () => {
    const { outbox } = openMemoryStores()
    const { add, start, of, lines } = setUp({ ...outbox, done: () => Promise.reject(new StoreUnavailable('locked')) })
    await add('shop', 6)
    start()
    await expect.poll(() => of('shop').length).toBe(4)
    for (const { answer } of of('shop')) answer(200)
    await expect.poll(() => of('shop').length).toBe(6)
    expect(lines.join()).toContain('StoreUnavailable')
  })
})
