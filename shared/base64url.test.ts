import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, encodeBase64url } from './base64url.js'

describe('base64url', () => {
  it('writes what RFC 4648 and Node write', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      }),
    )
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual({ ok: true, value: bytes })
      }),
    )
  })

  it('knows one text for each value: whatever it reads, it would write the same', () => {
    const characters = fc.constantFrom(...'ABCDwxyz0189-_+/= ')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        const bytes = decodeBase64url(text)
        if (bytes.ok) expect(encodeBase64url(bytes.value)).toBe(text)
      }),
    )
  })

  it.each(['A', 'AAAAA', 'AB==', 'AA=', 'A+/A', 'A A', 'AB', 'AAB', 'Ä', 'AA\n'])('refuses %j', (text) => {
    expect(decodeBase64url(text)).toEqual({ ok: false, error: 'not-base64url' })
  })

  it.each([3070, 3071, 3072, 3073, 6144, 6145])('reads %i bytes, which it does in several goes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256)
    const text = encodeBase64url(bytes)
    expect(decodeBase64url(text)).toEqual({ ok: true, value: bytes })
    for (const at of [1, 4094, 4095, 4096, 4097].filter((at) => at < text.length))
      for (const wrong of ['Ä', '€', '😀', '+']) expect(decodeBase64url(text.slice(0, at) + wrong + text.slice(at + 1)).ok).toBe(false)
  })

  it('reads nothing as nothing', () => {
    expect(decodeBase64url('')).toEqual({ ok: true, value: new Uint8Array(0) })
  })
})
