import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeValue } from './decode-value.js'

const decode = (...bytes: (number | string)[]) =>
  decodeValue(Buffer.concat(bytes.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from([one])))), 0, 0)

// The bytes of §Output Data Section's table of types, written by hand.
describe('a value of a MaxMind DB', () => {
  it.each([
    ['text', [0x42, 'ab'], 'ab'],
    ['text of 29 bytes and more', [0x5d, 1, 'x'.repeat(30)], 'x'.repeat(30)],
    ['text of 285 bytes and more', [0x5e, 0, 2, 'x'.repeat(287)], 'x'.repeat(287)],
    ['text of 65,821 bytes and more', [0x5f, 0, 0, 1, 'x'.repeat(65_822)], 'x'.repeat(65_822)],
    ['a double', [0x68, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], 1.5],
    ['a 16-bit number', [0xa2, 1, 2], 258],
    ['a number without bytes', [0xc0], 0],
    ['a 32-bit number', [0xc4, 0xff, 0xff, 0xff, 0xff], 4_294_967_295],
    ['a signed number', [0x04, 1, 0xff, 0xff, 0xff, 0xfe], -2],
    ['a 64-bit number', [0x05, 2, 0x01, 0, 0, 0, 0], 2 ** 32],
    ['a float', [0x04, 8, 0x3f, 0xc0, 0, 0], 1.5],
    ['yes', [0x01, 7], true],
    ['no', [0x00, 7], false],
    ['a list', [0x02, 4, 0x41, 'a', 0xa1, 7], ['a', 7]],
    ['a map', [0xe1, 0x41, 'a', 0xa1, 7], { a: 7 }],
    ['bytes, which nothing here needs', [0x82, 1, 2], undefined],
  ] as const)('may be %s', (_, bytes, value) => {
    expect(decode(...bytes)).toEqual(value)
  })

  it.each([
    ['one byte', [0x20, 2], 2],
    ['two bytes', [0x28, 0, 0], 2048],
    ['three bytes', [0x30, 0, 0, 0], 526_336],
    ['four bytes', [0x38, 0, 0, 0, 9], 9],
    ['three bits more', [0x21, 1], 257],
  ])('may stand elsewhere, by a pointer of %s', (_, bytes, to) => {
    const file = Buffer.concat([Buffer.from(bytes), Buffer.alloc(530_000)])
    file.write('Bab', to, 'latin1')
    expect(decodeValue(file, 0, 0)).toBe('ab')
  })

  it('has no field that is not its own', () => {
    expect(Object.getPrototypeOf(decode(0xe1, 0x49, '__proto__', 0xe0))).toBe(Object.prototype)
  })

  it('ends, however it points to itself and whatever it says', () => {
    expect(() => decode(0x20, 0)).toThrow(RangeError)
    // Ten lists, each of ten pointers to the next: ten billion values in 240 bytes.
    const lists = Array.from({ length: 10 }, (_, i) => [0x0a, 4, ...new Array<number[]>(10).fill([0x20, (i + 1) * 22]).flat()]).flat()
    expect(() => decodeValue(Buffer.from([...lists, 0xa0]), 0, 0)).toThrow(RangeError)
    // Forty lists in lists, each of which says that it has 16 million entries: 201 bytes, for which no room must be made.
    expect(() => decode(...new Array<number[]>(40).fill([0x1f, 4, 0xff, 0xff, 0xff]).flat(), 0xa0)).toThrow(RangeError)
    // Text of 20 KB, pointed to twenty times.
    const text = Buffer.concat([
      Buffer.from([0x14, 4, ...new Array<number[]>(20).fill([0x20, 50]).flat()]),
      Buffer.alloc(8),
      Buffer.from([0x5e, 0x4e, 0x20]),
      Buffer.alloc(21_000),
    ])
    expect(() => decodeValue(text, 0, 0)).toThrow(RangeError)
    expect(() => decode(0x5f, 0xff, 0xff, 0xff)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        try {
          decodeValue(Buffer.from(bytes), 0, 0)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
