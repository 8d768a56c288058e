import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import {
  chromiumNames,
  firefoxHeaders,
  firefoxNames,
  nodeHeaders,
  nodeNames,
  rawRequest,
  requestFacts,
  safariHeaders,
} from '../../testing/request-facts.js'
import { headerOrder } from './header-order.js'

describe('http.header-order', () => {
  it('finds the order of real browsers', () => {
    expect(headerOrder.observe(requestFacts({}, { headerNames: chromiumNames }))).toEqual(seen(0))
    expect(headerOrder.observe(rawRequest(firefoxHeaders, { headerNames: firefoxNames }))).toEqual(seen(0))
  })

  it('does not mind a header that is missing', () => {
    const headerNames = chromiumNames.filter((name) => name !== 'Accept-Language')
    expect(headerOrder.observe(requestFacts({}, { headerNames }))).toEqual(seen(0))
  })

  it('sees the order of another browser, whose user agent was changed', () => {
    expect(headerOrder.observe(requestFacts({}, { headerNames: firefoxNames }))).toEqual(seen(1))
    expect(headerOrder.observe(rawRequest(firefoxHeaders, { headerNames: chromiumNames }))).toEqual(seen(1))
  })

  it('sees the order of no browser, and another case', () => {
    expect(headerOrder.observe(rawRequest(nodeHeaders, { headerNames: nodeNames }))).toEqual(seen(2))
    const lower = chromiumNames.map((name) => name.toLowerCase())
    expect(headerOrder.observe(requestFacts({}, { headerNames: lower }))).toEqual(seen(2))
  })

  it('says nothing behind a proxy, of engines that nobody measured, and where names are unknown', () => {
    for (const header of ['via', 'x-forwarded-for', 'forwarded']) {
      expect(headerOrder.observe(requestFacts({ [header]: 'x' }, { headerNames: nodeNames }))).toEqual(unsupported)
    }
    expect(headerOrder.observe(rawRequest(safariHeaders, { headerNames: nodeNames }))).toEqual(unsupported)
    expect(headerOrder.observe(requestFacts())).toEqual(unsupported)
  })
})
