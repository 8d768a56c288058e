import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from './plain.js'

describe('a text from elsewhere', () => {
  it('loses what a terminal would obey', () => {
    expect(plain('\u001b[31mred\u001b[0m\u001b]0;title\u0007 and\r\nnext\u009b2J')).toBe('red and next')
  })
  it('loses marks that turn the direction of writing', () => {
    expect(plain('user\u202egnp.exe\u2066')).toBe('user gnp.exe')
  })
  it('has an end', () => {
    expect(plain('a'.repeat(1_000_000))).toHaveLength(300)
  })
  it('is one line without control characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
        expect(plain(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
    )
  })
})
