import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { digestOfKey, revocationDigest, unpackDigests } from '../../shared/wire/revocations.js'
import type { VerdictClaims } from '../../shared/wire/verdict.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { createKeyRing } from './key-ring.js'
import { createRevocationList } from './revocation-list.js'
import { revokeSigningKeys } from './revoke-keys.js'
import { ensureSigningKey, replaceSigningKeys } from './rotate.js'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const ISSUER = 'https://attest.example'
const verdict = { aud: 'pk_shop', jti: 'one', sub: 'sess_1', cnf: { jkt: 'thumb' } } as VerdictClaims

async function start() {
  let now = 1_790_000_000.0625
  const { signingKeys, revocations } = openMemoryStores()
  await ensureSigningKey(signingKeys, 'ES256', random, now)
  const ring = createKeyRing(signingKeys, () => now)
  const list = createRevocationList(revocations, ring, ISSUER, () => now)
  return {
    ...{ list, ring, revocations, signingKeys, now: () => now },
    revoke: (kind: 'jti' | 'sub' | 'jkt', value: string, audience = 'pk_shop') =>
      revocations.add('prj_shop', revocationDigest(kind, audience, value), now + 60, now),
    replace: () => replaceSigningKeys(signingKeys, 'ES256', random, now),
    pass(seconds: number) {
      now += seconds
    },
    async read() {
      const token = await list.signed()
      const keys = createLocalJWKSet((await ring.jwks()) as JSONWebKeySet)
      const { payload, protectedHeader } = await jwtVerify(token, keys, { currentDate: new Date(now * 1000) })
      const digests = unpackDigests(payload.revoked as string)
      if (!digests.ok) throw new Error(digests.error)
      return { payload, header: protectedHeader, digests: [...digests.value] }
    },
  }
}

describe('the list of what is revoked', () => {
  it('is a JWT of its own type, signed as verdicts are, dated to the millisecond and good for ten minutes', async () => {
    const { read, ring, now } = await start()
    const { payload, header, digests } = await read()
    expect(header).toEqual({ alg: 'ES256', typ: 'vouchsafe-revocations+jwt', kid: (await ring.current()).kid })
    expect(payload).toEqual({ iss: ISSUER, iat: 1_790_000_000.063, exp: 1_790_000_600.063, revoked: '' })
    expect(payload.exp! - now()).toBeCloseTo(600, 2)
    expect(digests).toEqual([])
  })

  it('stays the same text while nothing changes, for half a minute', async () => {
    const { list, pass, revoke } = await start()
    const first = await list.signed()
    pass(29)
    expect(await list.signed()).toBe(first)
    await revoke('jti', 'one')
    const second = await list.signed()
    expect(second).not.toBe(first)
    pass(30)
    expect(await list.signed()).not.toBe(second)
  })

  it('holds what is revoked until it is over', async () => {
    const { read, revoke, pass } = await start()
    await revoke('sub', 'sess_1')
    await revoke('jti', 'one')
    expect((await read()).digests).toEqual([revocationDigest('sub', 'pk_shop', 'sess_1'), revocationDigest('jti', 'pk_shop', 'one')].sort())
    pass(60)
    expect((await read()).digests).toEqual([])
  })

  it.each(['jti one', 'sub sess_1', 'jkt thumb'])('knows a verdict by its %s, of its own project alone', async (named) => {
    const [kind, value] = named.split(' ') as ['jti' | 'sub' | 'jkt', string]
    const { list, revoke } = await start()
    await revoke(kind, value, 'pk_blog')
    expect(await list.has(verdict)).toBe(false)
    await revoke(kind, value)
    expect(await list.has(verdict)).toBe(true)
    expect(await list.has({ ...verdict, jti: 'two', sub: 'sess_2', cnf: { jkt: 'other' } })).toBe(false)
  })

  it('is signed by the new key at once where one got out, and says which that was', async () => {
    const { read, list, revocations, ring, replace, pass, now } = await start()
    const old = (await ring.current()).kid
    await list.signed()
    const { kid } = await replace()
    pass(1)
    expect(decodeProtectedHeader(await list.signed()).kid).toBe(kid)
    await revokeSigningKeys([old], revocations, now())
    pass(300 * 86_400)
    expect((await read()).digests).toEqual([digestOfKey(old)])
  })
})
