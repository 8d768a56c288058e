import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium, stockFirefox } from '../../testing/stock-headers.js'
import { hintBrands } from './hint-brands.js'

const observe = (changes: Readonly<Record<string, string>>) => hintBrands.observe(rawRequest({ ...stockChromium, ...changes }))

describe('http.hint-brands', () => {
  it.each(Object.entries(people))('agrees with %s, or has nothing to compare', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(hintBrands.observe(rawRequest(headers)))
  })

  it('sees another version, also where the user agent was made the newer one', () => {
    expect(observe({ 'sec-ch-ua': '"Chromium";v="123", "Google Chrome";v="123"' })).toEqual(seen(2))
    expect(observe({ 'user-agent': stockChromium['user-agent']!.replace('156', '157') })).toEqual(seen(2))
  })

  it('sees another product', () => {
    expect(observe({ 'user-agent': `${stockChromium['user-agent']} Edg/156.0.0.0` })).toEqual(seen(1))
    expect(observe({ 'sec-ch-ua': '"Chromium";v="156", "Microsoft Edge";v="156"' })).toEqual(seen(1))
  })

  it('sees what is no list, a list without the engine, and a browser without a window', () => {
    for (const list of ['Chromium 156', '"Opera";v="132"', '"Chromium";v=156']) expect(observe({ 'sec-ch-ua': list })).toEqual(seen(3))
    expect(observe({ 'sec-ch-ua': '"HeadlessChrome";v="156", "Chromium";v="156"' })).toEqual(seen(4))
  })

  it('says nothing where there are none, and of other engines', () => {
    expect(observe({ 'sec-ch-ua': '' })).toEqual(unsupported)
    expect(hintBrands.observe(rawRequest({ ...stockFirefox, 'sec-ch-ua': '"Chromium";v="156"' }))).toEqual(unsupported)
  })
})
