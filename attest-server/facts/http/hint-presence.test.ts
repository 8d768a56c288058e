import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium, stockFirefox } from '../../testing/stock-headers.js'
import { hintPresence } from './hint-presence.js'

const observe = (headers: Readonly<Record<string, string>>) => hintPresence.observe(rawRequest(headers))

describe('http.hint-presence', () => {
  it.each(Object.entries(people))('finds nothing but plain http in %s', (name, headers) => {
    const observation = observe(headers)
    expect(name === 'Chrome on plain http' ? [seen(1)] : [seen(0), unsupported]).toContainEqual(observation)
  })

  it('misses the hints of a visit over https, and more softly where it may have been http', () => {
    expect(observe({ ...stockChromium, 'sec-ch-ua': '' })).toEqual(seen(2))
    const told = { 'user-agent': stockChromium['user-agent']! }
    expect(hintPresence.observe(describedRequest({ ...told, 'sec-ch-ua': '' }))).toEqual(seen(1))
    expect(hintPresence.observe(describedRequest(told))).toEqual(unsupported)
  })

  it('wonders about hints of an engine that has none', () => {
    expect(observe({ ...stockFirefox, 'sec-ch-ua': stockChromium['sec-ch-ua']! })).toEqual(seen(3))
    const halfSafari = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15'
    expect(observe({ 'user-agent': halfSafari, 'sec-ch-ua': '"Chromium";v="123", "Not A;Brand";v="99"' })).toEqual(seen(3))
  })

  it('misses none with what a worker may have fetched', () => {
    expect(observe({ ...stockChromium, 'sec-ch-ua': '', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' })).toEqual(unsupported)
  })
})
