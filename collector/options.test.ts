import { describe, expect, it } from 'vitest'
import { PAGE_ACTION } from '../shared/wire/names.js'
import { parseOptions, toAction } from './options.js'
import { endpointOf } from './script-options.js'

const good = { key: 'pk_AAAAAAAAAAAAAAAAAAAAAA', endpoint: 'https://attest.example/' }

describe('the options', () => {
  it('are completed', () => {
    expect(parseOptions(good)).toEqual({
      ok: true,
      value: { ...good, endpoint: 'https://attest.example', action: 'view', deadline: 10_000, formDeadline: 4_000 },
    })
  })

  it.each([
    [{ ...good, key: 'sk_secret' }, 'key'],
    [{ endpoint: good.endpoint } as typeof good, 'key'],
    [{ ...good, endpoint: 'javascript:alert(1)' }, 'endpoint'],
    [{ ...good, endpoint: '' }, 'endpoint'],
    [{ ...good, action: 'Sign Up' }, 'action'],
  ])('%j are refused because of %s', (options, name) => expect(parseOptions(options)).toEqual({ ok: false, error: name }))

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
