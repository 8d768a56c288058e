import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FIELD_CHARS } from './cursor.js'
import { parseDictionary, parseItem } from './parse-field.js'
import { serializeDictionary, serializeItem } from './serialize-field.js'
import type { BareItem, Dictionary, Item, Member } from './structured-field.js'

const key = fc.stringMatching(/^[a-z*][a-z0-9_.*-]{0,8}$/)
const bare: fc.Arbitrary<BareItem> = fc.oneof(
  fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map((value) => ({ kind: 'integer' as const, value })),
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => ({ kind: 'decimal' as const, value: n === 0 ? 0 : n / 1000 })),
  fc.stringMatching(/^[ -~]{0,20}$/).map((value) => ({ kind: 'string' as const, value })),
  fc.stringMatching(/^[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]{0,12}$/).map((value) => ({ kind: 'token' as const, value })),
  fc.uint8Array({ maxLength: 40 }).map((value) => ({ kind: 'bytes' as const, value })),
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  fc.integer({ min: -1e12, max: 1e12 }).map((value) => ({ kind: 'date' as const, value })),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => ({ kind: 'display' as const, value })),
)
const parameters = fc.uniqueArray(fc.tuple(key, bare), { selector: ([name]) => name, maxLength: 4 }).map((pairs) => new Map(pairs))
const item: fc.Arbitrary<Item> = fc.record({ item: bare, parameters })
const member: fc.Arbitrary<Member> = fc.oneof(item, fc.record({ items: fc.array(item, { maxLength: 5 }), parameters }))
const dictionary: fc.Arbitrary<Dictionary> = fc
  .uniqueArray(fc.tuple(key, member), { selector: ([name]) => name, maxLength: 5 })
  .map((pairs) => new Map(pairs))

describe('structured fields', () => {
  it('reads back every dictionary that it wrote', () => {
    fc.assert(
      fc.property(dictionary, (value) => {
        expect(parseDictionary(serializeDictionary(value))).toEqual({ ok: true, value })
      }),
    )
  })

  it('reads back every item that it wrote', () => {
    fc.assert(
      fc.property(item, (value) => {
        expect(parseItem(serializeItem(value))).toEqual({ ok: true, value })
      }),
    )
  })

  it('never throws, and what it accepts it writes in a form that it reads as the same', () => {
    const mutated = fc.tuple(dictionary, fc.nat(400), fc.constantFrom(...'",;:=()?@% *a0.-\\\t\u00e9\0')).map(([value, at, c]) => {
      const text = serializeDictionary(value)
      const where = at % (text.length + 1)
      return text.slice(0, where) + c + text.slice(where + 1)
    })
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const once = parseDictionary(text)
        if (once.ok) expect(parseDictionary(serializeDictionary(once.value))).toEqual(once)
        parseItem(text)
      }),
      { numRuns: 1000 },
    )
  })

  // RFC 9651 §3.1.2, §3.2, §3.3 and RFC 9421 §4.1 write these.
  it.each([
    'en="Applepie", da=:w4ZibGV0w6ZydGU=:',
    'a=?0, b, c;foo=bar',
    'rating=1.5, feelings=(joy sadness)',
    'a=(1 2), b=3, c=4;aa=bb, d=(5 6);valid',
    'sig1=("@method" "@query-param";name="Pet");created=1618884473;keyid="k"',
    'a=@1659578233, b=%"This is intended for display to %c3%bcsers."',
    '',
  ])('keeps %j as it is', (text) => {
    const parsed = parseDictionary(text)
    expect(parsed.ok && serializeDictionary(parsed.value)).toBe(text)
  })

  it.each([
    ['a trailing comma', 'a=1,'],
    ['a missing comma', 'a=1 b=2'],
    ['a name twice', 'a=1, b=2, a=3'],
    ['a parameter twice', 'a=1;x=1;x=2'],
    ['a capital in a name', 'A=1'],
    ['an open string', 'a="x'],
    ['an open list', 'a=("x"'],
    ['items without a space', 'a=("x""y")'],
    ['an unknown escape', 'a="\\n"'],
    ['a letter beyond ASCII', 'a="é"'],
    ['a control character', 'a="\n"'],
    ['sixteen digits', 'a=1234567890123456'],
    ['no digit behind the point', 'a=1.'],
    ['four digits behind the point', 'a=1.2345'],
    ['the other base64 alphabet', 'a=:-_-_:'],
    ['bits that encode nothing', 'a=:AB==:'],
    ['padding that is too much', 'a=:AAAA==:'],
    ['open bytes', 'a=:AAAA'],
    ['a boolean of neither kind', 'a=?2'],
    ['a fraction of a date', 'a=@1.5'],
    ['a display string that is no UTF-8', 'a=%"%ff"'],
    ['hexadecimal in capitals', 'a=%"%C3%BC"'],
    ['more members than anyone needs', Array.from({ length: 65 }, (_, i) => `k${i}`).join(', ')],
    ['more items than anyone needs', `a=(${'1 '.repeat(66)})`],
    ['more characters than anyone needs', `a="${'x'.repeat(MAX_FIELD_CHARS)}"`],
  ])('refuses %s', (_, text) => {
    expect(parseDictionary(text)).toEqual({ ok: false, error: 'field-malformed' })
  })

  it('takes bytes without their padding, as RFC 9651 §4.2.7 asks', () => {
    expect(parseItem(':AA:')).toEqual(parseItem(':AA==:'))
  })

  it('takes one item, not two', () => {
    expect(parseItem('"a", "b"').ok).toBe(false)
    expect(parseItem(' "a" ').ok).toBe(true)
  })
})
