import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseTarget, targetOf } from './target.js'

describe('the address that a proof names', () => {
  it.each([
    ['https://shop.example/a', 'https://shop.example/a?b=c#d'],
    ['https://shop.example/', 'HTTPS://SHOP.example:443'],
    ['http://shop.example/a/c', 'http://shop.example:80/a/./b/../c'],
    ['https://shop.example/~a%2Fb%C3%A4', 'https://shop.example/%7ea%2fb%c3%a4'],
    ['https://shop.example:8443/A', 'https://shop.example:8443/A'],
  ])('is %s for %s', (normal, address) => {
    expect(normaliseTarget(address)).toBe(normal)
  })
  it.each(['', '/orders', 'shop.example/a', 'ftp://shop.example/', 'https://user@shop.example/', 'https://:pw@shop.example/', 'https://'])(
    'is none: %j',
    (address) => {
      expect(normaliseTarget(address)).toBeUndefined()
    },
  )
  it('stays what it is when it is normalised again, whatever it was', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = normaliseTarget(address)!
        expect(normaliseTarget(once)).toBe(once)
        expect(normaliseTarget(`${address.split(/[?#]/)[0]}?another#part`)).toBe(once)
      }),
    )
  })
})

describe('the address of a request', () => {
  it('is its own where no other is given', () => {
    expect(targetOf(undefined, 'http://10.0.0.1:3000/orders?a=1')).toBe('http://10.0.0.1:3000/orders')
  })
  it('is below the public one where that is given, whatever host the request names', () => {
    for (const base of ['https://shop.example/api', 'https://shop.example/api/'])
      expect(targetOf(base, 'http://evil.example/orders?a=1')).toBe('https://shop.example/api/orders')
  })
  it('is none where the request has none', () => {
    for (const base of [undefined, 'https://shop.example']) expect(targetOf(base, 'http:///')).toBeUndefined()
  })
})
