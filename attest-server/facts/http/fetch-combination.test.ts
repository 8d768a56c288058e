import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium, stockFirefox } from '../../testing/stock-headers.js'
import { fetchCombination } from './fetch-combination.js'

const observe = (changes: Readonly<Record<string, string>>) => fetchCombination.observe(rawRequest({ ...stockChromium, ...changes }))

describe('http.fetch-combination', () => {
  it.each(Object.entries(people).filter(([name]) => name !== 'Chrome on plain http'))('is content with %s', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(fetchCombination.observe(rawRequest(headers)))
  })

  it('misses none on plain http', () => {
    expect(
      fetchCombination.observe(describedRequest(people['Chrome on plain http']!, Object.keys(people['Chrome on plain http']!))),
    ).toEqual(unsupported)
  })

  it('misses them over https: all, as a library has none, or some, as Node’s fetch', () => {
    const none = { 'sec-fetch-site': '', 'sec-fetch-mode': '', 'sec-fetch-dest': '', 'sec-fetch-user': '' }
    expect(fetchCombination.observe(rawRequest({ ...stockFirefox, ...none }))).toEqual(seen(1))
    expect(observe({ ...none, 'sec-fetch-mode': 'cors' })).toEqual(seen(1))
    expect(fetchCombination.observe(rawRequest({ 'user-agent': stockChromium['user-agent']!, 'sec-fetch-mode': 'cors' }))).toEqual(seen(1))
  })

  it.each([
    [{ 'sec-fetch-dest': 'empty' }],
    [{ 'sec-fetch-mode': 'cors' }],
    [{ 'sec-fetch-user': '1' }],
    [{ 'sec-fetch-site': 'same' }],
    [{ 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    [{ 'sec-fetch-user': '', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
  ])('sees what no browser puts together: %o', (changes) => {
    expect(observe(changes as Readonly<Record<string, string>>)).toEqual(seen(2))
  })

  it('knows iframes, sockets, objects and what an extension fetches', () => {
    for (const changes of [
      { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-dest': 'object' },
      { 'sec-fetch-dest': 'websocket', 'sec-fetch-mode': 'websocket', 'sec-fetch-user': '', 'upgrade-insecure-requests': '' },
      { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors', 'sec-fetch-user': '', 'upgrade-insecure-requests': '' },
    ]) {
      const headers = Object.fromEntries(Object.entries({ ...stockChromium, ...changes }).filter(([, value]) => value !== ''))
      expect(fetchCombination.observe(rawRequest(headers)), JSON.stringify(changes)).toEqual(seen(0))
    }
  })
})
