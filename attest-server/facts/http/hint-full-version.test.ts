import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { rawRequest } from '../../testing/described-request.js'
import { people } from '../../testing/people-headers.js'
import { stockChromium } from '../../testing/stock-headers.js'
import { hintFullVersion } from './hint-full-version.js'

const LIST = 'sec-ch-ua-full-version-list'
const observe = (changes: Readonly<Record<string, string>>) => hintFullVersion.observe(rawRequest({ ...stockChromium, ...changes }))

describe('http.hint-full-version', () => {
  it('compares the engine’s version, not the product’s', () => {
    expect(observe({ [LIST]: '"Chromium";v="156.0.7000.12", "Google Chrome";v="156.0.7000.12"' })).toEqual(seen(0))
    const opera = { ...people.Opera, [LIST]: '"Chromium";v="156.0.7000.12", "Opera";v="132.0.5000.1"' }
    expect(hintFullVersion.observe(rawRequest(opera))).toEqual(seen(0))
    expect(hintFullVersion.observe(rawRequest({ ...people.Opera, 'sec-ch-ua-full-version': '"132.0.5000.1"' }))).toEqual(unsupported)
  })

  it('sees the version that was there before the user agent was changed', () => {
    expect(observe({ [LIST]: '"Chromium";v="140.0.7000.12"' })).toEqual(seen(1))
    expect(observe({ 'sec-ch-ua-full-version': '"140.0.7000.12"' })).toEqual(seen(1))
  })

  it('says nothing where nobody asked for it, or where it cannot be read', () => {
    expect(observe({})).toEqual(unsupported)
    expect(observe({ [LIST]: '"Chromium";v=' })).toEqual(unsupported)
  })
})
