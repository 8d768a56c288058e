import { describe, expect, it } from 'vitest'
import { PAGE_ACTION } from '../shared/wire/names.js'
import { parseOptions, toAction } from './options.js'
import { endpointOf, scriptOptions } from './script-options.js'

const good = { key: 'pk_AAAAAAAAAAAAAAAAAAAAAA', endpoint: 'https://attest.example/' }

describe('the options', () => {
  it('are completed', () => {
    expect(parseOptions(good)).toEqual({
      ok: true,
      value: {
        ...good,
        endpoint: 'https://attest.example',
        action: 'view',
        field: 'vouchsafe-token',
        deadline: 10_000,
        formDeadline: 4_000,
      },
    })
  })

  it.each([
    [{ ...good, key: 'sk_secret' }, 'key'],
    [{ endpoint: good.endpoint } as typeof good, 'key'],
    [{ ...good, endpoint: 'javascript:alert(1)' }, 'endpoint'],
    [{ ...good, endpoint: '' }, 'endpoint'],
    [{ ...good, action: 'Sign Up' }, 'action'],
    [{ ...good, field: 'a"],*[name' }, 'field'],
    [{ ...good, field: 'a\nb' }, 'field'],
  ])('%j are refused because of %s', (options, name) => expect(parseOptions(options)).toEqual({ ok: false, error: name }))

  it.each(['g-recaptcha-response', 'h-captcha-response', 'cf-turnstile-response', 'user[token]', 'a.b:c'])('take the field %s', (field) =>
    expect(parseOptions({ ...good, field })).toMatchObject({ ok: true, value: { field } }),
  )

  it('take test keys', () => expect(parseOptions({ ...good, key: 'pk_test_allow' }).ok).toBe(true))
})

describe('a page action', () => {
  it('is made of whatever the markup says', () => {
    expect(toAction('Sign Up!')).toBe('sign-up-')
    expect(toAction('')).toBeUndefined()
    expect(toAction('Ein sehr langer Name für ein Formular')).toMatch(PAGE_ACTION)
  })
})

describe('the endpoint of a script address', () => {
  it.each([
    ['https://a.example/collector.js', 'https://a.example'],
    ['https://a.example:8787/collector.js?v=2', 'https://a.example:8787'],
    ['https://a.example/assets/collector.1a2b3c.js', 'https://a.example'],
    ['https://a.example/under/here/collector.js#x', 'https://a.example/under/here'],
  ])('%s is %s', (src, endpoint) => expect(endpointOf(src)).toBe(endpoint))
})

describe('a script tag', () => {
  const read = (dataset: Record<string, string>) =>
    scriptOptions({ dataset, src: 'https://attest.example/collector.js', baseURI: 'https://shop.example/', nonce: '' } as HTMLScriptElement)
  const key = good.key

  it('names the server, the key, the action and the field', () => {
    expect(read({ key, endpoint: 'https://other.example', action: 'join', field: 'cf-turnstile-response' })).toMatchObject({
      key,
      endpoint: 'https://other.example',
      action: 'join',
      field: 'cf-turnstile-response',
    })
    expect(read({ key, action: '', field: '' })).toMatchObject({ endpoint: 'https://attest.example', action: undefined, field: undefined })
  })

  it('asks for detectip’s cookie and event by an attribute or by how its key is written, and can decline', () => {
    const asked = [{}, { botd: '' }, { botd: 'false' }].flatMap((also) => [
      { key, ...also },
      { key: 'pk_live_AAAAAAAAAAAAAAAAAAAAAA', ...also },
    ])
    expect(asked.map((dataset) => read(dataset).botd)).toEqual([false, true, true, true, false, false])
  })

  it('of Botect’s SDK names its key, and an address that only its own script posts to', () => {
    expect(read({ botectSdk: '', siteKey: key, endpoint: 'https://attest.example/v1/events' })).toMatchObject({
      key,
      endpoint: 'https://attest.example',
      botd: false,
    })
    expect(read({ siteKey: 'pk_of_theirs', key }).key).toBe(key)
  })
})
