import { SignJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { VERDICT_TYPE, type VerdictClaims } from '../../shared/wire/verdict.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { createKeyRing, type KeyRing } from './key-ring.js'
import { ensureSigningKey, replaceSigningKeys, rotateSigningKey } from './rotate.js'
import { createVerdictOpener } from './verdict-opener.js'
import { createVerdictSigner } from './verdict-signer.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const claims = { jti: 'a', aud: 'pk_shop' } as VerdictClaims

let now = 1_790_000_000
let ring: KeyRing
let stores: ReturnType<typeof openMemoryStores>
beforeEach(async () => {
  stores = openMemoryStores()
  await ensureSigningKey(stores.signingKeys, 'ES256', random, now)
  ring = createKeyRing(stores.signingKeys, () => now)
})

describe('the verdict opener', () => {
  it('reads what the signer signed, also after a rotation', async () => {
    const token = await createVerdictSigner(ring).sign(claims)
    await rotateSigningKey(stores.signingKeys, 'EdDSA', random, now, 120)
    now += 300
    const open = createVerdictOpener(ring)
    expect([await open(token), await open(await createVerdictSigner(ring).sign(claims))]).toEqual([claims, claims])
  })

  it('reads nothing of a key that was withdrawn', async () => {
    const token = await createVerdictSigner(ring).sign(claims)
    await replaceSigningKeys(stores.signingKeys, 'ES256', random, now)
    now += 2
    expect(await createVerdictOpener(ring)(token)).toBeUndefined()
  })

  it('reads no other token that the same key signed', async () => {
    const { kid, alg, sign } = await ring.current()
    const headers = [{ typ: 'JWT' }, { typ: VERDICT_TYPE, jku: 'https://evil.example' }, { typ: VERDICT_TYPE, kid: 'other' }]
    const open = createVerdictOpener(ring)
    for (const header of headers) {
      const token = await new SignJWT({ ...claims }).setProtectedHeader({ alg, kid, ...header }).sign(sign)
      expect(await open(token)).toBeUndefined()
    }
  })
})
