import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDescription } from './parse-description.js'
import { requestFieldNames } from './request-fields.js'

const settings = { trustedProxies: 0 }
const parse = (value: unknown, trustedProxies = 0) => parseDescription(value, { trustedProxies })
const factsOf = (value: unknown) => {
  const parsed = parse(value)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const faultsOf = (value: unknown) => {
  const parsed = parse(value)
  return parsed.ok ? [] : parsed.error.map(({ field }) => field)
}

describe('parseDescription', () => {
  it('reads the documented example', () => {
    const http = factsOf({
      useragent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15',
      sec_ch_ua: '"Chromium";v="123", "Not A;Brand";v="99"',
      ip: '127.0.0.1',
      xforwardedfor: '104.21.32.1',
      extra_headers: { 'cf-connecting-ip': '104.21.32.1' },
    })
    expect([...http.headers.keys()].sort()).toEqual(['cf-connecting-ip', 'sec-ch-ua', 'user-agent', 'x-forwarded-for'])
    expect(http).toMatchObject({ address: '127.0.0.1', trustworthy: true, described: { whole: false } })
  })

  it('reads every header field, and the rest as an object or as JSON', () => {
    const values = Object.fromEntries(requestFieldNames.slice(0, 13).map((name) => [name, `v-${name}`]))
    expect(factsOf(values).headers.size).toBe(13)
    for (const extra_headers of [{ 'Sec-Fetch-Mode': 'navigate', n: 5 }, '{"Sec-Fetch-Mode":"navigate","n":5}']) {
      expect(Object.fromEntries(factsOf({ extra_headers }).headers)).toEqual({ 'sec-fetch-mode': 'navigate', n: '5' })
    }
  })

  it('tells not told from told to be missing', () => {
    const http = factsOf({ useragent: 'x', sec_ch_ua: '', acceptlanguage: null, extra_headers: { te: '' } })
    expect([...http.described!.empty].sort()).toEqual(['sec-ch-ua', 'te'])
    expect(http.headers.has('accept-language')).toBe(false)
  })

  it('takes an order of names for all headers there were, and Sec- headers for https', () => {
    const http = factsOf({ useragent: 'x', headerorder: ':method, Host, User-Agent, sec-ch-ua' })
    expect(http).toMatchObject({ headerNames: ['host', 'user-agent', 'sec-ch-ua'], trustworthy: true, described: { whole: true } })
    expect(factsOf({ useragent: 'x', sec_ch_ua: '' }).trustworthy).toBe(false)
    expect(factsOf({ useragent: 'x', extra_headers: { 'x-forwarded-proto': 'https' } }).trustworthy).toBe(true)
  })

  it('lets a field of its own win over extra_headers, and keeps no secret', () => {
    const http = factsOf({
      useragent: 'own',
      extra_headers: { 'User-Agent': 'extra', Cookie: 'sid=secret', authorization: 'Bearer secret' },
    })
    expect(http.headers.get('user-agent')).toBe('own')
    expect(JSON.stringify([...http.headers])).not.toContain('secret')
  })

  it('names every fault at once', () => {
    expect(
      faultsOf({ useragent: ['x'], accept: 'a\r\nb', via: 'x'.repeat(3000), ip: '999.1.1.1', headerorder: 'a b', extra_headers: '[1]' }),
    ).toEqual(['extra_headers', 'useragent', 'accept', 'via', 'headerorder', 'ip'])
    expect(faultsOf({ extra_headers: { 'no name': 'x', b: { deep: 1 }, c: 'd' } })).toEqual(['extra_headers', 'extra_headers.b'])
  })

  it('bounds what it reads', () => {
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`x-${i}`, '1']))
    for (const extra_headers of [
      many,
      JSON.stringify(many),
      `{"a":"${'x'.repeat(40_000)}"}`,
      `${'['.repeat(99)}`,
      '{"__proto__":{"a":1}}',
    ]) {
      expect(faultsOf({ extra_headers })).toEqual(['extra_headers'])
    }
    expect(faultsOf({ headerorder: 'a,'.repeat(500) })).toEqual(['headerorder'])
  })

  it('asks for a description', () => {
    for (const value of [undefined, null, [], 'x', 5, {}, { other: 1 }, { useragent: null }]) expect(faultsOf(value)).toEqual(['body'])
  })

  it('leaves unknown fields aside', () => {
    expect(factsOf({ useragent: 'x', constructor: 'y', later: {} }).headers.size).toBe(1)
  })

  it('answers whatever comes, with bounded facts or faults', () => {
    const field = fc.constantFrom(...requestFieldNames)
    fc.assert(
      fc.property(fc.dictionary(field, fc.jsonValue()), (value) => {
        const parsed = parseDescription(value, settings)
        if (!parsed.ok) return parsed.error.length > 0 && parsed.error.every(({ message }) => message.length < 300)
        return parsed.value.headers.size <= 80
      }),
    )
  })
})
