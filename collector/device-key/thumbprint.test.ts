import { describe, expect, it } from 'vitest'
import vectors from '../../shared/wire/vectors/thumbprint.json' with { type: 'json' }
import { type PublicJwk, thumbprintOf } from './device-key.js'

describe('thumbprintOf', () => {
  it.each(vectors.vectors)('agrees with another implementation: $name', ({ jwk, thumbprint }) => {
    expect(thumbprintOf(jwk as PublicJwk)).toBe(thumbprint)
  })

  it('does not depend on the order in which the members came', () => {
    const { jwk, thumbprint } = vectors.vectors[0]!
    const reversed = Object.fromEntries(Object.entries(jwk).reverse())
    expect(thumbprintOf(reversed as unknown as PublicJwk)).toBe(thumbprint)
  })
})
