import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { encodingForm } from './encoding-form.js'

const observe = (encodings: string) => encodingForm.observe(rawRequest({ ...stockChromium, 'accept-encoding': encodings }))

describe('http.encoding-form', () => {
  it.each(Object.entries(people))('is content with %s', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(encodingForm.observe(rawRequest(headers)))
  })

  it('knows how networks rewrite it, and what is asked of a video', () => {
    for (const encodings of ['gzip', 'gzip, br', 'br,gzip', 'identity;q=1, *;q=0', 'identity']) expect(observe(encodings)).toEqual(seen(0))
  })

  it('misses it, and what every browser understands', () => {
    for (const encodings of ['', 'deflate', 'br']) expect(observe(encodings)).toEqual(seen(1))
  })

  it('knows what no browser asks for: Ruby’s, axios’, PHP’s and a text browser’s', () => {
    for (const encodings of ['gzip;q=1.0,deflate;q=0.6,identity;q=0.3', 'gzip, compress, deflate, br', '*', 'gzip, compress, bzip2']) {
      expect(observe(encodings), encodings).toEqual(seen(2))
    }
  })
})
