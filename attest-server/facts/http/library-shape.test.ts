import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest, rawRequest } from '../../testing/described-request.js'
import { libraries } from '../../testing/library-headers.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { libraryShape } from './library-shape.js'

describe('http.library-shape', () => {
  it.each(Object.entries(people))('finds no library in %s', (_, headers) => {
    expect([seen(0), unsupported]).toContainEqual(libraryShape.observe(rawRequest(headers)))
  })

  it.each(Object.entries(libraries))('finds the defaults of %s under a browser’s name', (_, headers) => {
    const disguised = { ...headers, 'user-agent': stockChromium['user-agent']! }
    expect([seen(1), seen(2)]).toContainEqual(libraryShape.observe(rawRequest(disguised)))
  })

  it('does not take what nobody told for a default', () => {
    const told = { 'user-agent': stockChromium['user-agent']!, accept: '*/*' }
    expect(libraryShape.observe(describedRequest(told))).toEqual(seen(0))
    expect(libraryShape.observe(describedRequest({ ...told, 'accept-language': '' }))).toEqual(seen(1))
  })

  it('leaves a browser alone whose language a filter has taken', () => {
    const filtered = { ...people['Chrome, a script’s request']!, 'accept-language': '' }
    expect(libraryShape.observe(rawRequest(filtered))).toEqual(seen(0))
  })
})
