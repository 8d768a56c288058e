import fc from 'fast-check'
import { Reader, type Response } from 'mmdb-lib'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { mmdbBytes } from '../testing/mmdb-bytes.js'
import { openMmdb } from './open-mmdb.js'

type Fields = Parameters<typeof mmdbBytes>[1][string]

const name = fc.stringMatching(/^[a-z]\w{0,40}$/)
const { fields } = fc.letrec<{ fields: Fields; value: Fields }>((tie) => ({
  fields: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.boolean(),
    tie('fields'),
  ),
}))

const octet = fc.nat(255)
const hex = (from: number, to: number) => fc.integer({ min: from, max: to }).map((part) => part.toString(16))
/** Of 24 and of 8 bits; of 32. No two of different length have the same first bits. */
const network = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 99 }), octet, octet).map(([a, b, c]) => `${a}.${b}.${c}.0/24`),
  fc.integer({ min: 100, max: 223 }).map((a) => `${a}.0.0.0/8`),
  fc.tuple(hex(0x2000, 0x3fff), hex(0, 0xffff)).map(([a, b]) => `${a}:${b}::/32`),
)
const records = fc.dictionary(network, fields, { minKeys: 1, maxKeys: 20 })
const elsewhere = fc.oneof(
  fc.ipV4(),
  hex(0x2000, 0x3fff).map((a) => `${a}::1`),
)

function found(bytes: Buffer, text: string): unknown {
  const mmdb = openMmdb(bytes)!
  const at = mmdb.locate(parseAddress(text)!)
  return at === undefined ? undefined : mmdb.record(at)
}

describe('a MaxMind DB', () => {
  it('says what a library reads from it, of addresses that are in it and of others', () => {
    fc.assert(
      fc.property(records, fc.array(elsewhere, { maxLength: 5 }), fc.constantFrom(24, 28, 32), (given, others, bits) => {
        const bytes = mmdbBytes('Test', given, 1_790_000_000, bits)
        const library = new Reader<Response>(bytes)
        expect(openMmdb(bytes)!.metadata).toMatchObject({ nodes: library.metadata.nodeCount, recordBits: bits, built: 1_790_000_000 })
        for (const [network, record] of Object.entries(given)) expect(found(bytes, network.replace(/\/\d+$/, ''))).toEqual(record)
        for (const text of [...others, ...Object.keys(given).map((network) => network.replace(/0?\/\d+$/, '7'))])
          expect(found(bytes, text)).toEqual(library.get(text) ?? undefined)
      }),
      { numRuns: 300 },
    )
  })

  it('of IPv4 says nothing of IPv6, whose first bits may be those of an address in it', () => {
    const bytes = mmdbBytes('Test', { '32.1.0.0/16': { country: 'DE' } }, 1, 24, 4)
    expect(found(bytes, '32.1.13.184')).toEqual({ country: 'DE' })
    expect(found(bytes, '2001:db8::1')).toBeUndefined()
  })
})
