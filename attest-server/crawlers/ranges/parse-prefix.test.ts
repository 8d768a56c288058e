import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../shared/address/parse-address.js'
import { rangeBetween } from '../../../shared/address/range-between.js'
import { parsePrefix } from './parse-prefix.js'

const place = (text: string) => parseAddress(text)!

describe('a prefix', () => {
  it.each([
    ['66.249.64.0/27', '66.249.64.0', '66.249.64.31'],
    ['66.249.64.9/27', '66.249.64.0', '66.249.64.31'],
    ['8.8.8.8', '8.8.8.8', '8.8.8.8'],
    ['17.0.0.0/8', '17.0.0.0', '17.255.255.255'],
    ['2001:4860:4801:10::/64', '2001:4860:4801:10::', '2001:4860:4801:10:ffff:ffff:ffff:ffff'],
    ['2a02:6b8::/29', '2a02:6b8::', '2a02:6bf:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2600::1', '2600::1', '2600::1'],
  ])('%s is from %s to %s', (text, first, last) => {
    expect(parsePrefix(text)).toEqual({ ok: true, value: rangeBetween(place(first), place(last)) })
  })

  it.each([
    ['0.0.0.0/0', 'too_wide'],
    ['16.0.0.0/7', 'too_wide'],
    ['::/0', 'too_wide'],
    ['2000::/3', 'too_wide'],
    ['2a00::/18', 'too_wide'],
    ['10.0.0.0/8', 'not_public'],
    ['10.1.2.3', 'not_public'],
    ['192.0.0.0/8', 'not_public'],
    ['172.16.0.0/30', 'not_public'],
    ['100.64.0.0/10', 'not_public'],
    ['127.0.0.1/32', 'not_public'],
    ['224.0.0.1', 'not_public'],
    ['255.255.255.255', 'not_public'],
    ['fc00::/20', 'not_public'],
    ['fe80::1', 'not_public'],
    ['::1', 'not_public'],
    ['2001:db8::/32', 'not_public'],
    ['2002:0a00:0001::/48', 'not_public'],
    ['::ffff:8.8.8.8/128', 'not_a_prefix'],
    ['::66.249.66.1', 'not_public'],
    ['8.8.8.8/33', 'not_a_prefix'],
    ['8.8.8.8/', 'not_a_prefix'],
    ['8.8.8.8/-1', 'not_a_prefix'],
    ['8.8.8.8/8/8', 'not_a_prefix'],
    ['8.8.8.0/1e1', 'not_a_prefix'],
    ['8.8.8.0/ 24', 'not_a_prefix'],
    ['2600::/129', 'not_a_prefix'],
    ['8.8.8.0/255.255.255.0', 'not_a_prefix'],
    ['', 'not_a_prefix'],
  ])('is refused where it is %s: %s', (text, fault) => {
    expect(parsePrefix(text)).toEqual({ ok: false, error: fault })
  })
})
