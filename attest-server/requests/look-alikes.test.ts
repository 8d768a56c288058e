import { describe, expect, it } from 'vitest'
import { tokenSet } from '../core/requests/neighbours/testing/token-set.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import type { Stores } from '../stores/ports.js'
import { createLookAlikes, textName } from './look-alikes.js'

const NOW = 1_790_000_000
const silent = { info: () => undefined, error: () => undefined }

function setUp(stores: Pick<Stores, 'texts' | 'labels'> = openMemoryStores(), now = { at: NOW }) {
  const errors: string[] = []
  const log = { ...silent, error: (event: string) => void errors.push(event) }
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  return { lookAlikes: createLookAlikes({ stores, random, clock: () => now.at, log }), stores, errors, now }
}

async function seen(lookAlikes: ReturnType<typeof createLookAlikes>, projectId: string, id: string) {
  const index = await lookAlikes.of(projectId)
  index?.remember(id, tokenSet(['a', 'b'], index.seed), NOW)
  return index
}

describe('the look-alikes', () => {
  it('are opened once, however many ask at the same time', async () => {
    const { lookAlikes } = setUp()
    const [first, second] = await Promise.all([lookAlikes.of('p'), lookAlikes.of('p')])
    expect(second).toBe(first)
    expect(lookAlikes.of('p')).toBe(first)
  })

  it('come back with their seed, which no two projects share', async () => {
    const { lookAlikes, stores } = setUp()
    const index = await seen(lookAlikes, 'p', 'r1')
    const other = await lookAlikes.of('q')
    expect(index!.seed).not.toBe(other!.seed)
    expect(await lookAlikes.label('p', 'r1', 'bot', NOW)).toBe(true)
    await lookAlikes.keep()
    const again = await setUp(stores).lookAlikes.of('p')
    expect([again!.seed, again!.totals.inv]).toEqual([index!.seed, 1])
  })

  it('are written when something was said, and not before', async () => {
    const { lookAlikes, stores } = setUp()
    await seen(lookAlikes, 'p', 'r1')
    await lookAlikes.keep()
    expect(await stores.texts.get(textName('p'))).toBeUndefined()
    expect(await lookAlikes.label('p', 'unknown', 'bot', NOW)).toBe(false)
    await lookAlikes.keep()
    expect(await stores.texts.get(textName('p'))).toBeUndefined()
  })

  it('are written again without what is too old, and go where nobody asks for them any more', async () => {
    const now = { at: NOW }
    const stores = openMemoryStores()
    const { lookAlikes } = setUp(stores, now)
    for (const [id, at] of [
      ['r1', NOW],
      ['r2', NOW + 86_400],
    ] as const) {
      await seen(lookAlikes, 'p', id)
      await lookAlikes.label('p', id, 'bot', at)
    }
    await lookAlikes.keep()
    const before = (await stores.texts.get(textName('p')))!.text
    now.at = NOW + 90 * 86_400 + 1
    await lookAlikes.keep()
    const after = (await stores.texts.get(textName('p')))!.text
    expect([before.includes('"r1"'), after.includes('"r1"'), after.includes('"r2"')]).toEqual([true, false, true])
    await stores.prune(now.at + 90 * 86_400)
    expect(await stores.texts.get(textName('p'))).toBeUndefined()
  })

  it('begin anew where the text is something else, and say so', async () => {
    for (const text of ['', 'null', '{"seed":1}', '{"seed":1,"kept":{"version":2,"check":-1,"labelled":[]}}']) {
      const { lookAlikes, stores, errors } = setUp()
      await stores.texts.put(textName('p'), text, NOW)
      expect((await lookAlikes.of('p'))?.size).toBe(0)
      expect(errors).toEqual(['look-alikes-unreadable'])
    }
  })

  it('are done without while the store does not answer, are asked for again later, and nothing is overwritten', async () => {
    const stores = openMemoryStores()
    const before = setUp(stores)
    await seen(before.lookAlikes, 'p', 'r1')
    await before.lookAlikes.label('p', 'r1', 'bot', NOW)
    await before.lookAlikes.keep()
    let asked = 0
    let isAway = true
    const texts = {
      ...stores.texts,
      get: async (name: string) => {
        asked++
        if (isAway) throw new Error('away')
        return stores.texts.get(name)
      },
    }
    const { lookAlikes, errors, now } = setUp({ labels: stores.labels, texts })
    expect([await lookAlikes.of('p'), await lookAlikes.of('p'), asked, errors.length]).toEqual([undefined, undefined, 1, 1])
    expect(await lookAlikes.label('p', 'r1', 'bot', NOW)).toBe(false)
    await lookAlikes.keep()
    isAway = false
    now.at += 11
    expect((await lookAlikes.of('p'))?.totals.inv).toBe(1)
  })

  it('are written in the next round where they could not be in this', async () => {
    const stores = openMemoryStores()
    let isAway = true
    const texts = {
      ...stores.texts,
      put: async (...text: Parameters<Stores['texts']['put']>) => {
        if (isAway) throw new Error('away')
        return stores.texts.put(...text)
      },
    }
    const { lookAlikes, errors } = setUp({ labels: stores.labels, texts })
    await seen(lookAlikes, 'p', 'r1')
    await lookAlikes.label('p', 'r1', 'bot', NOW)
    await lookAlikes.keep()
    expect(errors).toEqual(['look-alikes-not-kept'])
    isAway = false
    await lookAlikes.keep()
    expect(await stores.texts.get(textName('p'))).toBeDefined()
  })
})
