import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { hintPlatform } from './hint-platform.js'

const observe = (changes: Readonly<Record<string, string>>) => hintPlatform.observe(rawRequest({ ...stockChromium, ...changes }))

describe('http.hint-platform', () => {
  it.each(Object.entries(people))('agrees with %s, or has nothing to compare', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(hintPlatform.observe(rawRequest(headers)))
  })

  it('sees another system', () => {
    for (const platform of ['"Linux"', '"macOS"', '"Android"']) expect(observe({ 'sec-ch-ua-platform': platform })).toEqual(seen(2))
  })

  it('sees a phone with a desktop’s user agent, and the other way round', () => {
    expect(observe({ 'sec-ch-ua-mobile': '?1' })).toEqual(seen(1))
    const phone = people['Chrome on a phone']!
    expect(hintPlatform.observe(rawRequest({ ...phone, 'sec-ch-ua-mobile': '?0' }))).toEqual(seen(1))
  })

  it('makes nothing of a platform that the browser leaves open', () => {
    expect(observe({ 'sec-ch-ua-platform': '"Unknown"' })).toEqual(seen(0))
    expect(observe({ 'sec-ch-ua-platform': '""' })).toEqual(seen(0))
  })
})
