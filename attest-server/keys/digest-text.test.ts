import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeBase64url } from '../../shared/base64url.js'
import { sha256 } from '../../shared/sha256.js'
import { digestText } from './digest-text.js'

it('names a text by the SHA-256 of its UTF-8', () => {
  expect(digestText('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(digestText(text)).toBe(encodeBase64url(sha256(new TextEncoder().encode(text))))
    }),
  )
})
