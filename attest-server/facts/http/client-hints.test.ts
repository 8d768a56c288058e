import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { firefoxHeaders, rawRequest, requestFacts, safariHeaders } from '../../testing/request-facts.js'
import { clientHints } from './client-hints.js'

describe('http.client-hints', () => {
  it('finds the hints of the claimed browser, or none where it has none', () => {
    const edge = '"Microsoft Edge";v="156", "Not?A_Brand";v="8", "Chromium";v="156"'
    for (const request of [requestFacts(), requestFacts({ 'sec-ch-ua': edge }), rawRequest(firefoxHeaders), rawRequest(safariHeaders)]) {
      expect(clientHints.observe(request)).toEqual(seen(0))
    }
  })

  it('leaves a phone alone that asks for the desktop site', () => {
    expect(clientHints.observe(requestFacts({ 'sec-ch-ua-platform': '"Android"', 'sec-ch-ua-mobile': '?1' }))).toEqual(seen(0))
  })

  it('misses them where Chromium would send them, and wonders about them elsewhere', () => {
    const without = { 'sec-ch-ua': undefined }
    expect(clientHints.observe(requestFacts({ ...without, 'sec-fetch-dest': undefined }))).toEqual(seen(1))
    expect(clientHints.observe(requestFacts(without, { via: 'form' }))).toEqual(seen(1))
    expect(clientHints.observe(rawRequest({ ...firefoxHeaders, 'sec-ch-ua': '"Chromium";v="156"' }))).toEqual(seen(1))
  })

  it('misses none with what a worker may have fetched', () => {
    expect(clientHints.observe(requestFacts({ 'sec-ch-ua': undefined }))).toEqual(unsupported)
  })

  it('sees hints of another version', () => {
    expect(clientHints.observe(requestFacts({ 'sec-ch-ua': '"Chromium";v="120", "Google Chrome";v="120"' }))).toEqual(seen(2))
    expect(clientHints.observe(requestFacts({ 'sec-ch-ua': 'nonsense' }))).toEqual(seen(2))
  })

  it('says nothing on plain http and of old versions', () => {
    expect(clientHints.observe(requestFacts({ 'sec-ch-ua': undefined }, { trustworthy: false }))).toEqual(unsupported)
    const old = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.0.0 Safari/537.36'
    expect(clientHints.observe(requestFacts({ 'user-agent': old, 'sec-ch-ua': undefined }))).toEqual(unsupported)
  })
})
