import { describe, expect, it } from 'vitest'
import { seen, unsupported } from '../../../shared/observation.js'
import { describedRequest } from '../../testing/described-request.js'
import { stockChromium, stockFirefox, stockSafari } from '../../testing/stock-headers.js'
import { wireOrder } from './wire-order.js'

const observe = (headers: Readonly<Record<string, string>>, names: readonly string[] = Object.keys(headers)) =>
  wireOrder.observe(describedRequest(headers, names))

describe('http.wire-order', () => {
  it('knows the order of browsers, with headers missing and others between', () => {
    expect(observe(stockChromium)).toEqual(seen(0))
    expect(observe(stockFirefox)).toEqual(seen(0))
    expect(observe(stockChromium, ['x-request-id', ...Object.keys(stockChromium).filter((name) => name !== 'accept'), 'cookie'])).toEqual(
      seen(0),
    )
  })

  it('sees the order of another engine, whose user agent was changed', () => {
    expect(observe(stockChromium, Object.keys(stockFirefox))).toEqual(seen(1))
    expect(observe(stockFirefox, Object.keys(stockChromium))).toEqual(seen(1))
  })

  it('sees the order of none, but not behind somebody who may have made it', () => {
    const names = ['accept-encoding', 'user-agent', 'accept-language', 'accept']
    expect(observe(stockChromium, names)).toEqual(seen(2))
    expect(observe({ ...stockChromium, via: '1.1 x' }, names)).toEqual(unsupported)
  })

  it('makes nothing of the alphabet, which is nobody’s order, of few names, of old browsers and of Safari', () => {
    expect(observe(stockChromium, Object.keys(stockChromium).sort())).toEqual(unsupported)
    expect(observe(stockChromium, ['user-agent', 'accept-language', 'accept'])).toEqual(unsupported)
    expect(observe({ 'user-agent': stockChromium['user-agent']!.replace('156', '75') }, Object.keys(stockFirefox))).toEqual(unsupported)
    expect(observe(stockSafari)).toEqual(unsupported)
    expect(wireOrder.observe(describedRequest(stockChromium))).toEqual(unsupported)
  })
})
