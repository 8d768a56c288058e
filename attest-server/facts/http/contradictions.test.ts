import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { chromiumNames, firefoxHeaders, nodeHeaders, nodeNames, rawRequest, requestFacts } from '../../testing/request-facts.js'
import { contradictions } from './contradictions.js'

describe('http.contradictions', () => {
  it('finds none in browsers', () => {
    expect(contradictions.observe(requestFacts({}, { headerNames: chromiumNames }))).toEqual(seen(0))
    expect(contradictions.observe(rawRequest(firefoxHeaders))).toEqual(seen(0))
  })

  it('counts one for a filter that drops one header', () => {
    expect(contradictions.observe(requestFacts({ 'accept-language': undefined }))).toEqual(seen(1))
  })

  it('counts all of a library in a browser’s name', () => {
    expect(contradictions.observe(rawRequest(nodeHeaders, { headerNames: nodeNames }))).toEqual(seen(4))
  })

  it('says nothing of what claims to be no browser', () => {
    expect(contradictions.observe(rawRequest({ 'user-agent': 'curl/8.5.0' }))).toEqual(unsupported)
  })
})
