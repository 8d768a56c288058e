import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64url, decodeBase64urlText, encodeBase64url } from './base64url.js'

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

describe('text in base64url', () => {
  const encode = (text: string): string => Buffer.from(text).toString('base64url')

  it.each([0, 1, 3071, 3072, 3073, 9000])('of %i letters is read as it was written, whatever was read before', (length) => {
    for (const letter of ['a', 'é', '€', '😀']) {
      const text = letter.repeat(length / Buffer.byteLength(letter))
      expect(decodeBase64urlText(encode(text))).toEqual({ ok: true, value: text })
      expect(decodeBase64urlText(encode('{}'))).toEqual({ ok: true, value: '{}' })
    }
  })

  it('is refused where bytes are: for the same letters', () => {
    const characters = fc.constantFrom(...'ABCDwxyz0189-_+/= Ä')
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        const bytes = decodeBase64url(text)
        const read = decodeBase64urlText(text)
        expect(!read.ok && read.error === 'not-base64url').toBe(!bytes.ok)
        if (bytes.ok && read.ok) expect(Buffer.from(read.value)).toEqual(Buffer.from(bytes.value))
      }),
    )
  })

  it('is refused where it is no UTF-8', () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [...Buffer.alloc(4000), 0xff]])
      expect(decodeBase64urlText(Buffer.from(bytes).toString('base64url'))).toEqual({ ok: false, error: 'not-utf8' })
  })
})
