import { describe, expect, it } from 'vitest'
import { ANY_ORIGIN, checkOrigin, isSecureOrigin, LOOPBACK } from './origin.js'

const allows = (origins: readonly string[], origin: string | undefined) => checkOrigin(origins, origin).ok

describe('checkOrigin', () => {
  it('allows exactly the origins of the list', () => {
    const list = ['https://shop.example', 'http://intra:8080']
    expect(allows(list, 'https://shop.example')).toBe(true)
    expect(allows(list, 'http://intra:8080')).toBe(true)
    for (const other of [
      'http://shop.example',
      'https://shop.example:8443',
      'https://a.shop.example',
      'https://shop.example/',
      'null',
      '',
    ]) {
      expect(allows(list, other), other).toBe(false)
    }
  })

  it('allows every loopback origin for the word loopback, and no look-alike', () => {
    for (const origin of [
      'http://localhost',
      'http://localhost:3000',
      'https://app.localhost:1',
      'http://127.0.0.1:8788',
      'http://127.9.9.9',
      'http://[::1]:5173',
    ]) {
      expect(allows([LOOPBACK], origin), origin).toBe(true)
    }
    for (const origin of [
      'http://localhost.evil.example',
      'http://127.0.0.1.evil.example',
      'http://128.0.0.1',
      'http://192.168.1.1',
      'ftp://localhost',
    ]) {
      expect(allows([LOOPBACK], origin), origin).toBe(false)
    }
  })

  it('never takes the word itself, or a star, for an origin', () => {
    expect(allows([LOOPBACK, ANY_ORIGIN], LOOPBACK)).toBe(false)
    expect(allows([ANY_ORIGIN], 'null')).toBe(false)
    expect(allows([ANY_ORIGIN], 'https://any.example')).toBe(true)
  })

  it('says that an origin is missing', () => {
    expect(checkOrigin([ANY_ORIGIN], undefined)).toEqual({ ok: false, error: { reason: 'origin-missing' } })
  })
})

describe('isSecureOrigin', () => {
  it('knows where browsers have crypto.subtle', () => {
    for (const origin of ['https://shop.example', 'http://localhost:1', 'http://127.0.0.1']) expect(isSecureOrigin(origin)).toBe(true)
    for (const origin of ['http://shop.example', 'http://192.168.0.2', 'nonsense']) expect(isSecureOrigin(origin)).toBe(false)
  })
})
