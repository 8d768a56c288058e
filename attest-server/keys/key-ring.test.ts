import { describe, expect, it } from 'vitest'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { StoreUnavailable } from '../stores/ports.js'
import { createKeyRing } from './key-ring.js'
import { ensureSigningKey, LONGEST_LIFE, OVERLAP, replaceSigningKeys, rotateSigningKey } from './rotate.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function start() {
  let now = 1_790_000_000
  const { signingKeys } = openMemoryStores()
  await ensureSigningKey(signingKeys, 'ES256', random, now)
  const ring = createKeyRing(signingKeys, () => now)
  const kids = async () => (await ring.jwks()).keys.map(({ kid }) => kid)
  const rotate = (lead: number) => rotateSigningKey(signingKeys, 'ES256', random, now, lead)
  const replace = () => replaceSigningKeys(signingKeys, 'ES256', random, now)
  const pass = (seconds: number) => {
    now += seconds
  }
  return { signingKeys, ring, kids, rotate, replace, pass, now: () => now }
}

describe('the key ring', () => {
  it('makes the first key once', async () => {
    const { signingKeys, now } = await start()
    await ensureSigningKey(signingKeys, 'ES256', random, now())
    expect(await signingKeys.list()).toHaveLength(1)
  })

  it('shows public members only', async () => {
    const { ring } = await start()
    const { keys } = await ring.jwks()
    expect(Object.keys(keys[0]!).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  })

  it('publishes a new key before it signs, and keeps the old one until its verdicts have run out', async () => {
    const { ring, kids, rotate, pass } = await start()
    const old = (await ring.current()).kid
    const { kid } = await rotate(120)
    pass(1)
    expect(await kids()).toEqual([kid, old])
    expect((await ring.current()).kid).toBe(old)
    pass(119)
    expect((await ring.current()).kid).toBe(kid)
    expect(await ring.byId(old)).toBeDefined()
    pass(OVERLAP)
    expect(await kids()).toEqual([kid])
    expect(await ring.byId(old)).toBeUndefined()
  })

  it('keeps a key as long as its last and longest verdict, issued before the server noticed, is taken by clocks 5 s slow', async () => {
    const { ring, rotate, pass } = await start()
    const old = (await ring.current()).kid
    await rotate(0)
    pass(1 + LONGEST_LIFE + 5)
    expect(await ring.byId(old)).toBeDefined()
  })

  it('drops keys that got out at once, those on their way out too', async () => {
    const { ring, kids, rotate, replace, pass } = await start()
    const first = (await ring.current()).kid
    const second = (await rotate(0)).kid
    pass(1)
    expect(await kids()).toEqual([second, first])
    const { kid } = await replace()
    pass(1)
    expect(await kids()).toEqual([kid])
    expect((await ring.current()).kid).toBe(kid)
    expect([await ring.byId(first), await ring.byId(second)]).toEqual([undefined, undefined])
  })

  it('notices a rotation of another process within a second', async () => {
    const { ring, rotate, pass } = await start()
    await ring.current()
    const { kid } = await rotate(0)
    pass(1)
    expect((await ring.current()).kid).toBe(kid)
  })

  it('signs with the key that was added last, also when an earlier one was to sign later', async () => {
    const { ring, rotate, pass } = await start()
    await rotate(120)
    const { kid } = await rotate(0)
    pass(121)
    expect((await ring.current()).kid).toBe(kid)
  })

  it('asks a store that failed once again', async () => {
    const { signingKeys } = await start()
    let fails = 1
    const list = async () => {
      if (fails-- > 0) throw new StoreUnavailable('test')
      return signingKeys.list()
    }
    const ring = createKeyRing({ ...signingKeys, list }, () => 1_790_000_000)
    await expect(ring.current()).rejects.toThrow(StoreUnavailable)
    expect((await ring.current()).alg).toBe('ES256')
  })
})
