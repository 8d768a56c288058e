import { describe, expect, it } from 'vitest'
import { deviceKeyOf, generateKeyPair, thumbprintOf } from './device-key.js'
import type { KeyStore } from './key-store.js'
import { openDeviceKey } from './open-device-key.js'

const memoryStore = (kept?: CryptoKeyPair): KeyStore & { kept: CryptoKeyPair | undefined } => ({
  kept,
  async get() {
    return this.kept
  },
  async settle(fresh) {
    this.kept ??= fresh
    return this.kept
  },
})

const never = <T>() => new Promise<T>(() => {})

describe('the device key', () => {
  it('cannot be exported', async () => {
    const { privateKey } = await generateKeyPair()
    expect(privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
  })

  it('signs so that its public half verifies', async () => {
    const key = await deviceKeyOf(await generateKeyPair())
    const bytes = new TextEncoder().encode('text')
    const publicKey = await crypto.subtle.importKey('jwk', { ...key.jwk }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    const signature = await key.sign(bytes)
    expect(signature).toHaveLength(64)
    expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, signature as BufferSource, bytes)).toBe(true)
  })

  it('has the thumbprint that jose computes', async () => {
    const { calculateJwkThumbprint } = await import('jose')
    const key = await deviceKeyOf(await generateKeyPair())
    expect(key.thumbprint).toBe(await calculateJwkThumbprint({ ...key.jwk }, 'sha256'))
    expect(key.thumbprint).toBe(await thumbprintOf(key.jwk))
  })

  it('is the same on the next visit', async () => {
    const store = memoryStore()
    const first = await openDeviceKey(store)
    expect((await openDeviceKey(store))?.thumbprint).toBe(first?.thumbprint)
  })

  it('is that of the tab that was quicker', async () => {
    const other = await generateKeyPair()
    const store = { ...memoryStore(other), get: async () => undefined }
    expect((await openDeviceKey(store))?.thumbprint).toBe((await deviceKeyOf(other)).thumbprint)
  })

  it.each<[string, KeyStore]>([
    ['cannot be read', { ...memoryStore(), get: () => Promise.reject(new Error('blocked')) }],
    ['cannot be written', { ...memoryStore(), settle: () => Promise.reject(new Error('private mode')) }],
    ['hangs while reading', { ...memoryStore(), get: never }],
    ['hangs while writing', { ...memoryStore(), settle: never }],
  ])('lives as long as the page where the storage %s', async (_, store) => {
    const start = performance.now()
    const key = await openDeviceKey(store, 50)
    expect(key?.thumbprint).toMatch(/^[\w-]{43}$/)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
