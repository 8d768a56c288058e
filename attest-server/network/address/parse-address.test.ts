import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScopeOf } from './create-scope-of.js'
import { parseAddress } from './parse-address.js'

const scopeOf = createScopeOf()

const textOf = (text: string) => parseAddress(text)?.text

describe('parsing an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:c000:0207', '192.0.2.7'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['2001:db8::192.0.2.33', '2001:db8::c000:221'],
    ['::1.2.3.4', '::102:304'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
  ])('writes %s as %s', (given, one) => {
    expect(textOf(given)).toBe(one)
  })

  it('takes nothing that others read differently, or that is no address', () => {
    const strange = [
      '',
      '1',
      '127.1',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '010.0.0.1',
      '2130706433',
      '256.1.1.1',
      '1.2.3',
      '1.2.3.4.5',
      ' 1.2.3.4',
      '1.2.3.4 ',
    ]
    const stranger = [
      '::g',
      ':::',
      '1::2::3',
      '[::1]',
      '1.2.3.4:80',
      '1.2.3.4/24',
      'localhost',
      '::ffff:0x7f.1',
      `${'0:'.repeat(40)}0`,
      '%eth0',
      '::%'.repeat(30),
    ]
    for (const text of [...strange, ...stranger]) expect(textOf(text), text).toBeUndefined()
  })

  it('gives numbers in the order of addresses, and text that leads back to them', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), (four, six) => {
        const [a, b] = [parseAddress(four)!, parseAddress(six)!]
        return parseAddress(a.text)!.value === a.value && parseAddress(b.text)!.value === b.value
      }),
    )
    expect(parseAddress('1.0.0.0')!.value).toBe(2 ** 24)
    expect(parseAddress('2001:db8::1')!.value).toBe((0x20010db8n << 96n) + 1n)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[0-9a-f:.%]{0,50}$/), (a, b) => [a, b].every((text) => parseAddress(text) !== null)),
    )
  })
})

describe('the scope of an address', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2a00:1450:4001::8', 'public'],
    ['10.1.2.3', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd00::1', 'private'],
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['2002:c000:204::1', 'translated'],
    ['64:ff9b::808:808', 'translated'],
    ['192.0.2.1', 'reserved'],
    ['203.0.113.7', 'reserved'],
    ['2001:db8::1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['0.0.0.0', 'reserved'],
    ['224.0.0.1', 'reserved'],
    ['240.0.0.1', 'reserved'],
    ['ff02::1', 'reserved'],
    ['::', 'reserved'],
    ['4000::1', 'reserved'],
    ['2620:4f:8000::1', 'reserved'],
    ['2001:4860:4860::8888', 'public'],
  ])('of %s is %s', (text, scope) => {
    expect(scopeOf(parseAddress(text)!)).toBe(scope)
  })
})
