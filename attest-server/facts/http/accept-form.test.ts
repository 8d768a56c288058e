import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium, stockFirefox } from '../../testing/stock-headers.js'
import { acceptForm } from './accept-form.js'

const observe = (changes: Readonly<Record<string, string>>) => acceptForm.observe(rawRequest({ ...stockChromium, ...changes }))

describe('http.accept-form', () => {
  it.each(Object.entries(people))('is content with %s', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(acceptForm.observe(rawRequest(headers)))
  })

  it('misses it', () => {
    expect(observe({ accept: '' })).toEqual(seen(1))
    expect(acceptForm.observe(describedRequest({ 'user-agent': stockChromium['user-agent']!, accept: '' }))).toEqual(seen(1))
  })

  it('sees a visit to a page that asks for none, or as another engine would', () => {
    for (const accept of ['*/*', 'application/json, text/plain, */*', 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2']) {
      expect(observe({ accept }), accept).toEqual(seen(2))
    }
    expect(observe({ accept: stockFirefox.accept! })).toEqual(seen(3))
    expect(acceptForm.observe(rawRequest({ ...stockFirefox, accept: stockChromium.accept! }))).toEqual(seen(3))
  })

  it('lets scripts ask for what they like, and whatever may be a script’s', () => {
    expect(observe({ accept: 'application/json', 'sec-fetch-mode': 'cors' })).toEqual(seen(0))
    expect(acceptForm.observe(describedRequest({ 'user-agent': stockChromium['user-agent']!, accept: '*/*' }))).toEqual(seen(0))
  })
})
