import { expect, it } from 'vitest'
import { noscriptUrl } from './index.js'

it('leads to the server’s form and says where to come back to', () => {
  const options = { siteKey: 'pk_1', returnTo: 'https://shop.example/sign-up?draft=a&b', action: 'sign-up' }
  const url = new URL(noscriptUrl({ ...options, endpoint: 'https://attest.example' }))
  expect(url.origin + url.pathname).toBe('https://attest.example/v1/noscript')
  expect(Object.fromEntries(url.searchParams)).toEqual({ key: 'pk_1', return: options.returnTo, action: 'sign-up' })
  expect(noscriptUrl({ ...options, endpoint: 'https://x.example/attest/' })).toMatch('https://x.example/attest/v1/noscript?')
})
