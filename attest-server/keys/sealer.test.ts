import { CompactSign } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import type { SigningKeys } from '../stores/ports.js'
import { createKeyRing, type KeyRing } from './key-ring.js'
import { ensureSigningKey, rotateSigningKey } from './rotate.js'
import { createSealer } from './sealer.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
let now: number
let store: SigningKeys
let ring: KeyRing

beforeEach(async () => {
  now = 1_790_000_000
  store = openMemoryStores().signingKeys
  await ensureSigningKey(store, 'ES256', random, now)
  ring = createKeyRing(store, () => now)
})

const FORGED = { ok: false, error: 'forged' }
const encode = (value: object) => new TextEncoder().encode(JSON.stringify(value))

describe('the sealer', () => {
  it('opens what it sealed, as what it was sealed', async () => {
    const sealer = createSealer(ring)
    const token = await sealer.seal('a+jwt', { x: 1 })
    expect(await sealer.open('a+jwt', token)).toEqual({ ok: true, value: { x: 1 } })
    expect(await sealer.open('b+jwt', token)).toEqual(FORGED)
  })

  it('opens what was sealed before a rotation', async () => {
    const sealer = createSealer(ring)
    const token = await sealer.seal('a+jwt', { x: 1 })
    await rotateSigningKey(store, 'ES256', random, now, 0)
    now += 2
    expect((await sealer.open('a+jwt', token)).ok).toBe(true)
    expect(await sealer.seal('a+jwt', { x: 1 })).not.toBe(token)
  })

  it('opens nothing that another server sealed, or that the public key would', async () => {
    const sealer = createSealer(ring)
    const { kid, sign } = await ring.current()
    const header = { typ: 'a+jwt', kid }
    const foreign = await new CompactSign(encode({ x: 1 })).setProtectedHeader({ alg: 'HS256', ...header }).sign(random(32))
    const signed = await new CompactSign(encode({ x: 1 })).setProtectedHeader({ alg: 'ES256', ...header }).sign(sign)
    const more = await new CompactSign(encode({ x: 1 }))
      .setProtectedHeader({ alg: 'HS256', ...header, jku: 'x' })
      .sign((await ring.current()).mac)
    const stranger = await new CompactSign(encode({ x: 1 })).setProtectedHeader({ alg: 'HS256', ...header, kid: '../x' }).sign(random(32))
    for (const token of [foreign, signed, more, stranger, '', '.', '..', 'a.b.c']) expect(await sealer.open('a+jwt', token)).toEqual(FORGED)
  })
})
