import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { firefoxHeaders, nodeHeaders, rawRequest, requestFacts, safariHeaders } from '../../testing/request-facts.js'
import { fetchMetadata } from './fetch-metadata.js'

describe('http.fetch-metadata', () => {
  it('finds browsers as they are', () => {
    for (const request of [requestFacts(), rawRequest(firefoxHeaders), rawRequest(safariHeaders)]) {
      expect(fetchMetadata.observe(request)).toEqual(seen(0))
    }
    const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'same-origin' }
    expect(fetchMetadata.observe(requestFacts(navigation, { via: 'form' }))).toEqual(seen(0))
  })

  it('sees when they are missing, incomplete, or those of another kind of request', () => {
    const none = { 'sec-fetch-site': undefined, 'sec-fetch-mode': undefined, 'sec-fetch-dest': undefined }
    for (const request of [
      requestFacts(none),
      rawRequest(nodeHeaders),
      requestFacts({ 'sec-fetch-mode': 'navigate' }),
      requestFacts({}, { via: 'form' }),
    ]) {
      expect(fetchMetadata.observe(request)).toEqual(seen(1))
    }
  })

  it('sees when a request that no visitor can type says that one did', () => {
    const typed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }
    expect(fetchMetadata.observe(requestFacts(typed, { via: 'form' }))).toEqual(seen(1))
    expect(fetchMetadata.observe(requestFacts({ 'sec-fetch-site': 'none' }))).toEqual(seen(1))
  })

  it('says nothing of browsers that never sent them, of plain http, and of other programs', () => {
    const old = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.0.0 Safari/537.36'
    expect(fetchMetadata.observe(requestFacts({ 'user-agent': old }))).toEqual(unsupported)
    expect(fetchMetadata.observe(requestFacts({}, { trustworthy: false }))).toEqual(unsupported)
    expect(fetchMetadata.observe(requestFacts({ 'user-agent': 'Lynx/2.9.0' }))).toEqual(unsupported)
  })
})
