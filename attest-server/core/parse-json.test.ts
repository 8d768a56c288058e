import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8, MAX_JSON_DEPTH, parseJson } from './parse-json.js'

const fault = (error: object) => ({ ok: false, error })

describe('parseJson', () => {
  it('parses what JSON.parse parses', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(text))
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it('bounds the depth, whatever brackets stand in strings', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(parseJson(nested(MAX_JSON_DEPTH)).ok).toBe(true)
    expect(parseJson(nested(MAX_JSON_DEPTH + 1))).toEqual(fault({ reason: 'json-too-deep' }))
    expect(parseJson('"[[[[[[[[[[[[[\\"[[[[["').ok).toBe(true)
    expect(parseJson('['.repeat(1_000_000))).toEqual(fault({ reason: 'json-too-deep' }))
  })

  it('refuses names that reach a prototype, at any depth', () => {
    expect(parseJson('{"a":[{"__proto__":{"x":1}}]}')).toEqual(fault({ reason: 'json-forbidden-key', key: '__proto__' }))
    expect(parseJson('{"\\u005f_proto__":1}')).toEqual(fault({ reason: 'json-forbidden-key', key: '__proto__' }))
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseJson(text).ok === 'boolean'))
  })
})

describe('decodeUtf8', () => {
  it('refuses what is not UTF-8 instead of repairing it', () => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) {
      expect(decodeUtf8(Uint8Array.from(bytes))).toEqual(fault({ reason: 'body-not-utf8' }))
    }
    expect(decodeUtf8(new TextEncoder().encode('日本'))).toEqual({ ok: true, value: '日本' })
  })
})
