import { calculateJwkThumbprint, importJWK, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { createKeyRing } from './key-ring.js'
import { makeSigningKey, publicJwk, type SigningAlgorithm } from './signing-key.js'
import { createVerdictSigner } from './verdict-signer.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const NOW = 1_790_000_000

describe.each<SigningAlgorithm>(['ES256', 'EdDSA'])('a signing key for %s', (alg) => {
  it('is named by its thumbprint, and signs what its public part verifies', async () => {
    const { signingKeys } = openMemoryStores()
    const key = await makeSigningKey(alg, random, NOW, NOW)
    await signingKeys.begin(key)
    const jwk = publicJwk(key)
    expect(jwk).not.toHaveProperty('d')
    expect(key.kid).toBe(await calculateJwkThumbprint(jwk))
    const token = await createVerdictSigner(createKeyRing(signingKeys, () => NOW)).sign({ jti: 'x' } as VerdictClaims)
    const verified = await jwtVerify(token, await importJWK(jwk, alg), { typ: 'vouchsafe-verdict+jwt' })
    expect(verified.payload).toEqual({ jti: 'x' })
    expect(verified.protectedHeader).toEqual({ alg, typ: 'vouchsafe-verdict+jwt', kid: key.kid })
  })
})
