import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { chromiumNames, firefoxHeaders, nodeHeaders, nodeNames, rawRequest, requestFacts } from '../../testing/request-facts.js'
import { clientHints } from './client-hints.js'
import { contradictions } from './contradictions.js'
import { headerOrder } from './header-order.js'

describe('http.contradictions', () => {
  it('finds none in browsers', () => {
    expect(contradictions.observe(requestFacts({}, { headerNames: chromiumNames }))).toEqual(seen(0))
    expect(contradictions.observe(rawRequest(firefoxHeaders))).toEqual(seen(0))
  })

  it('counts one for a filter that drops one header', () => {
    expect(contradictions.observe(requestFacts({ 'accept-language': undefined }))).toEqual(seen(1))
  })

  it('counts one for a user agent that was changed, however many headers tell', () => {
    const switched = requestFacts({ 'user-agent': firefoxHeaders['user-agent'] }, { headerNames: chromiumNames })
    expect([clientHints.observe(switched), headerOrder.observe(switched)]).toEqual([seen(1), seen(1)])
    expect(contradictions.observe(switched)).toEqual(seen(1))
    expect(contradictions.observe(requestFacts({ 'sec-ch-ua': '"Chromium";v="120"' }))).toEqual(seen(1))
  })

  it('counts another for an order that is no browser’s, and for what no user agent explains', () => {
    const disordered = { headerNames: nodeNames }
    expect(contradictions.observe(requestFacts({ 'user-agent': firefoxHeaders['user-agent'] }, disordered))).toEqual(seen(2))
    const switched = { 'user-agent': firefoxHeaders['user-agent'], 'sec-fetch-site': undefined }
    expect(contradictions.observe(requestFacts(switched, { headerNames: chromiumNames }))).toEqual(seen(2))
  })

  it('counts all of a library in a browser’s name', () => {
    expect(contradictions.observe(rawRequest(nodeHeaders, { headerNames: nodeNames }))).toEqual(seen(4))
  })

  it('says nothing of what claims to be no browser', () => {
    expect(contradictions.observe(rawRequest({ 'user-agent': 'curl/8.5.0' }))).toEqual(unsupported)
  })
})
