import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestDescription } from '../schemas.js'
import { readItems } from './read-items.js'

const CHROME = 'Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0'

describe('what is pasted into the batch page', () => {
  it('is a JSON array as it is', () => {
    expect(readItems(' [{"useragent":"x"},7]\n')).toEqual({ items: [{ useragent: 'x' }, 7] })
    for (const text of ['[', '{"useragent":"x"}', '[]', '']) expect(readItems(text)).toHaveProperty('fault')
  })

  it('is a user agent a line, with its commas, quoted or not', () => {
    expect(readItems(`${CHROME}\r\n\n"curl/8 ""x"""\n`)).toEqual({ items: [{ useragent: CHROME }, { useragent: 'curl/8 "x"' }] })
  })

  it('is CSV with named columns: an empty cell was not told', () => {
    const csv = `\uFEFFUserAgent,ip,extra_headers\r\n"${CHROME}",203.0.113.9,\r\n"a ""b""\nc",,"{""dnt"":""1""}"`
    expect(readItems(csv)).toEqual({
      items: [
        { useragent: CHROME, ip: '203.0.113.9' },
        { useragent: 'a "b"\nc', extra_headers: { dnt: '1' } },
      ],
    })
  })

  it.each(['user-agent', 'user_agent', 'User-Agent', 'User Agent', 'ua', ' "UA" '])('knows the column %s for the user agent', (name) => {
    expect(readItems(`${name.trim()},ip\ncurl/8,203.0.113.9`)).toEqual({ items: [{ useragent: 'curl/8', ip: '203.0.113.9' }] })
  })

  it('knows each field by its own name, and headers by theirs', () => {
    const others = Object.keys(requestDescription.shape).filter((name) => name !== 'useragent')
    expect(readItems(`ua,${others.join(',')}\ncurl`)).toEqual({ items: [{ useragent: 'curl' }] })
    expect(readItems('ua,Accept-Language,Sec-CH-UA\ncurl,de,x')).toEqual({
      items: [{ useragent: 'curl', acceptlanguage: 'de', sec_ch_ua: 'x' }],
    })
  })

  it('names the columns that it does not read: unknown ones, and a field that was there before', () => {
    expect(readItems('time,ua,User-Agent,\n12:00,curl,wget,')).toEqual({ items: [{ useragent: 'curl' }], ignored: ['time', 'User-Agent'] })
  })

  it('is refused where the first line names columns and none is the user agent', () => {
    const fault = 'The first line looks like names of columns (agent, ip), and none is useragent.'
    expect(readItems('agent,ip\ncurl/8,203.0.113.9')).toEqual({ fault })
    for (const text of ['ip\n203.0.113.9', 'time,browser\n12:00,curl/8']) expect(readItems(text)).toHaveProperty('fault')
    for (const text of ['curl', 'curl\nwget', 'curl/8\nip', 'Go-http-client/1.1, x']) expect(readItems(text)).toHaveProperty('items')
  })

  it('is 500 at most', () => {
    expect(readItems('x\n'.repeat(500))).toHaveProperty('items.length', 500)
    expect(readItems('x\n'.repeat(501))).toEqual({ fault: 'At most 500 requests at once, and these are 501.' })
  })

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '[', '{', '\r', 'useragent') }), (text) => void readItems(text)),
    )
  })

  it('needs nothing from outside of itself: it travels as text', () => {
    const alone = new Function(`return ${readItems.toString()}`)() as typeof readItems
    expect(alone('useragent\ncurl')).toEqual({ items: [{ useragent: 'curl' }] })
  })
})
