import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { nodeHeaders, rawRequest, requestFacts } from '../../testing/request-facts.js'
import { acceptLanguage } from './accept-language.js'

const observe = (value: string | undefined) => acceptLanguage.observe(requestFacts({ 'accept-language': value }))

describe('http.accept-language', () => {
  it('is content with any language', () => {
    for (const value of ['en-US,en;q=0.9', 'de', 'ar,*;q=0.5']) expect(observe(value)).toEqual(seen(0))
  })

  it('tells missing from the star of a library', () => {
    expect(observe(undefined)).toEqual(seen(1))
    expect(observe('')).toEqual(seen(1))
    expect(acceptLanguage.observe(rawRequest(nodeHeaders))).toEqual(seen(2))
  })

  it('says nothing of what claims to be no browser', () => {
    expect(acceptLanguage.observe(rawRequest({ 'user-agent': 'curl/8.5.0' }))).toEqual(unsupported)
  })
})
