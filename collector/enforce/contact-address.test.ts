import { describe, expect, it } from 'vitest'
import { contactAddress } from './contact-address.js'

describe('contactAddress', () => {
  it.each([
    ['mailto:help@example.org', 'mailto:help@example.org?subject=A%2F1'],
    ['mailto:help@example.org?subject=Help', 'mailto:help@example.org?subject=Help'],
    ['https://example.org/contact', 'https://example.org/contact'],
  ])('turns %s into %s', (contact, address) => {
    expect(contactAddress(contact, 'A/1')).toBe(address)
  })

  it('adds no subject where there is no reference', () => {
    expect(contactAddress('mailto:help@example.org', '')).toBe('mailto:help@example.org')
  })

  it.each([undefined, '', 'javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'help@example.org', '//example.org'])(
    'has none for %j',
    (contact) => {
      expect(contactAddress(contact, 'A/1')).toBeUndefined()
    },
  )
})
