import { describe, expect, it } from 'vitest'
import vectors from '../../shared/wire/vectors/thumbprint.json' with { type: 'json' }
import { type PublicJwk, thumbprintOf } from './device-key.js'

describe('thumbprintOf', () => {
  it.each(vectors.vectors)('agrees with another implementation: $name', async ({ jwk, thumbprint }) => {
    expect(await thumbprintOf(jwk as PublicJwk)).toBe(thumbprint)
  })

  it('does not depend on the order in which the members came', async () => {
    const { jwk, thumbprint } = vectors.vectors[0]!
    const reversed = Object.fromEntries(Object.entries(jwk).reverse())
    expect(await thumbprintOf(reversed as unknown as PublicJwk)).toBe(thumbprint)
  })
})
