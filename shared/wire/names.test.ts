import { describe, expect, it } from 'vitest'
import { DEFAULT_PAGE_ACTION, PAGE_ACTION, SITE_KEY } from './names.js'

describe('a site key', () => {
  it('begins with pk_, as made by the server or as one of the test keys', () => {
    for (const key of ['pk_0123456789abcdefghij-_', 'pk_test_allow', 'pk_abcd']) expect(key).toMatch(SITE_KEY)
  })
  it('is nothing else', () => {
    for (const key of ['sk_aaaa_bbbb', 'pk_abc', `pk_${'a'.repeat(65)}`, 'pk_abcé', 'pk_abcd\n', ' pk_abcd', ''])
      expect(key).not.toMatch(SITE_KEY)
  })
})

describe('a page action', () => {
  it('is short and simple, and the default one is one', () => {
    for (const action of [DEFAULT_PAGE_ACTION, 'a', 'sign-up', 'shop/cart_2', 'a'.repeat(32)]) expect(action).toMatch(PAGE_ACTION)
    for (const action of ['', 'A', 'a b', 'é', 'a\n', 'a'.repeat(33)]) expect(action).not.toMatch(PAGE_ACTION)
  })
})
