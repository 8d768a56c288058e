import { describe, expect, it } from 'vitest'
import { rawRequest } from '../../testing/described-request.js'
import { chooseSubject } from './choose-subject.js'

const { http: own } = rawRequest({ 'user-agent': 'python-requests/2.32.3', accept: '*/*' })
const settings = { trustedProxies: 0 }

describe('chooseSubject', () => {
  it('judges the request that came, where nothing is overridden', () => {
    expect(chooseSubject({}, own, settings)).toEqual({ ok: true, value: own })
    expect(chooseSubject({ utm_source: 'x' }, own, settings)).toEqual({ ok: true, value: own })
  })

  it('mixes nothing of the caller into what it asks about, whichever field it is', () => {
    for (const query of [{ useragent: 'Mozilla/5.0' }, { ip: '203.0.113.7' }, { headerorder: 'host, accept' }, { sec_ch_ua: '' }]) {
      const subject = chooseSubject(query, own, settings)
      expect(subject.ok && [...subject.value.headers.values()]).not.toContain('*/*')
      expect(subject.ok && subject.value.described).toBeDefined()
    }
  })

  it('takes an empty override for one', () => {
    const subject = chooseSubject({ useragent: '' }, own, settings)
    expect(subject.ok && subject.value.described?.empty.has('user-agent')).toBe(true)
  })

  it('reads the rest as JSON, and names faults', () => {
    const subject = chooseSubject({ extra_headers: '{"te":"trailers"}' }, own, settings)
    expect(subject.ok && subject.value.headers.get('te')).toBe('trailers')
    expect(chooseSubject({ extra_headers: '{' }, own, settings)).toMatchObject({ ok: false, error: [{ field: 'extra_headers' }] })
  })
})
