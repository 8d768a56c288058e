import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { v4At, v6At } from './address-at.js'
import { parseAddress } from './parse-address.js'
import { parseNetwork } from './parse-network.js'

describe('parsing a network', () => {
  it('spans it whole, whatever stands behind the prefix', () => {
    expect(parseNetwork('192.0.2.77/24')).toEqual({ version: 4, from: 0xc0000200, to: 0xc00002ff })
    expect(parseNetwork('0.0.0.0/0')).toEqual({ version: 4, from: 0, to: 2 ** 32 - 1 })
    expect(parseNetwork('::/0')).toEqual({ version: 6, from: 0n, to: (1n << 128n) - 1n })
    expect(parseNetwork('192.0.2.7')).toEqual({ version: 4, from: 0xc0000207, to: 0xc0000207 })
  })

  it('takes no other lengths', () => {
    for (const text of [
      '1.2.3.4/33',
      '1.2.3.4/',
      '1.2.3.4/-1',
      '1.2.3.4/1e1',
      '::/129',
      '::ffff:1.2.3.4/96',
      '/8',
      '1.2.3.4/0x8',
      '1.2.3.4/8/8',
      '1.2.3.0/ 24',
      '1.2.3.0/255.255.255.0',
    ]) {
      expect(parseNetwork(text), text).toBeUndefined()
    }
  })

  it('holds as many addresses as its length says, and the one that it is written with', () => {
    fc.assert(
      fc.property(
        fc.ipV4(),
        fc.integer({ min: 0, max: 32 }),
        fc.bigInt(0n, (1n << 128n) - 1n),
        fc.integer({ min: 0, max: 128 }),
        (ip, bits, six, more) => {
          const four = parseNetwork(`${ip}/${bits}`)!
          const own = parseAddress(ip)!.value
          expect(Number(four.to) - Number(four.from) + 1).toBe(2 ** (32 - bits))
          expect(four.from <= own && own <= four.to).toBe(true)
          const wide = v6At(six).version === 6 ? parseNetwork(`${v6At(six).text}/${more}`)! : undefined
          if (wide?.version === 6)
            expect([wide.to - wide.from + 1n, wide.from <= six && six <= wide.to]).toEqual([1n << BigInt(128 - more), true])
        },
      ),
    )
    expect(v4At(2 ** 32 - 1).text).toBe('255.255.255.255')
  })
})
