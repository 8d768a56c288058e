import { createHmac } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { encodeBase64url } from '../../../../shared/base64url.js'
import { openMemoryStores } from '../../../stores/memory/open-memory-stores.js'
import { proveKey } from './prove-key.js'

/** What an attacker does to a proof of possession (RFC 8725 §2, RFC 9449 §11); the prover's own key signs wherever nothing else is said. */
const NOW = 1_790_000_000
const request = { method: 'POST', url: 'https://attest.example/api/verify-bot', now: NOW }
const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
const jwk = await exportJWK(publicKey)
const privateJwk = await exportJWK(privateKey)
const other = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey)
const honest = { alg: 'ES256', typ: 'dpop+jwt', jwk }
const claims = { htm: 'POST', htu: request.url, iat: NOW, jti: 'proof-0001' }

const bytesOf = (text: string) => new TextEncoder().encode(text)
const part = (value: unknown): string => encodeBase64url(bytesOf(typeof value === 'string' ? value : JSON.stringify(value)))
async function signed(header: unknown, payload: unknown = claims): Promise<string> {
  const input = `${part(header)}.${part(payload)}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytesOf(input))
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`
}
const prove = async (text: string, replays = openMemoryStores().replays) => proveKey(text, request, replays)
const invalid = { ok: false, error: 'invalid' }

describe('a proof of possession', () => {
  it('names its key when it is honest, so that the cases below are refused for what they are', async () => {
    expect(await prove(await signed(honest))).toEqual({ ok: true, value: await calculateJwkThumbprint(jwk) })
  })
  it.each(['none', 'None', '', 'HS256', 'ES384', 'RS256', 'EdDSA', 'es256', '__proto__', null, ['ES256']])(
    'is refused with alg %j',
    async (alg) => {
      const token = await signed({ ...honest, alg })
      expect([await prove(token), await prove(`${token.slice(0, token.lastIndexOf('.'))}.`)]).toEqual([invalid, invalid])
    },
  )
  it('is refused with HS256 and the public key as its secret', async () => {
    for (const key of [jwk, { kty: 'oct', k: jwk.x }]) {
      const input = `${part({ ...honest, alg: 'HS256', jwk: key })}.${part(claims)}`
      for (const secret of [JSON.stringify(jwk), jwk.x!, Buffer.from(jwk.x!, 'base64url')])
        expect(await prove(`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`)).toEqual(invalid)
    }
  })
  const keys: readonly (readonly [string, unknown])[] = [
    ['none', undefined],
    ['no object', 'AAAA'],
    ['another one', other],
    ['the private one', privateJwk],
    ['off the curve', { ...jwk, y: jwk.x }],
    ['zero', { ...jwk, x: 'A'.repeat(43), y: 'A'.repeat(43) }],
    ['of another curve', { ...jwk, crv: 'P-384' }],
    ['a secret', { kty: 'oct', k: 'AAAA' }],
  ]
  it.each(keys)('is refused where its key is %s', async (_name, key) => {
    expect(await prove(await signed({ ...honest, jwk: key }))).toEqual(invalid)
  })
  it.each([
    ['crit', ['exp']],
    ['crit', []],
  ])('is refused with %s: %j', async (name, value) => {
    expect(await prove(await signed({ ...honest, [name]: value }))).toEqual(invalid)
  })
  it.each([
    ['kid', '../../dev/null'],
    ['jku', 'https://evil.example/jwks.json'],
    ['x5u', 'https://evil.example/cert.pem'],
  ])('takes no key from %s: it is not looked at', async (name, value) => {
    expect((await prove(await signed({ ...honest, [name]: value }))).ok).toBe(true)
    expect(await prove(await signed({ ...honest, jwk: other, [name]: value }))).toEqual(invalid)
  })
  it.each(['JWT', 'vouchsafe-evidence+jwt', 'vouchsafe-verdict+jwt', undefined, null, ['dpop+jwt']])(
    'is refused with typ %j: no other token is one',
    async (typ) => {
      expect(await prove(await signed({ ...honest, typ }))).toEqual(invalid)
    },
  )
  it('is refused where its time is no number', async () => {
    for (const iat of ['"1790000000"', 'null', '[1790000000]', 'true', '1e999', '-1e999', 'NaN', '']) {
      const payload = JSON.stringify({ ...claims, iat: 0 }).replace('"iat":0', `"iat":${iat}`)
      expect([iat, await prove(await signed(honest, payload))]).toEqual([iat, invalid])
    }
  })
  it.each(['"text"', '[]', 'null', '{', '', '[['.repeat(2000)])('is refused where it says %j', async (payload) => {
    expect(await prove(await signed(honest, payload))).toEqual(invalid)
  })
  it('proves once, whatever the spelling of its signature', async () => {
    const { replays } = openMemoryStores()
    const token = await signed(honest)
    expect((await prove(token, replays)).ok).toBe(true)
    for (const text of [token, `${token}=`, `${token.slice(0, -1)} ${token.slice(-1)}`]) expect(await prove(text, replays)).toEqual(invalid)
  })
  it('gives one key one name: coordinates in another spelling are no key', async () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters.indexOf(jwk.x!.at(-1)!)
    const spellings = [letters[last + 1]!, letters[last + 2]!, letters[last + 3]!].map((end) => jwk.x!.slice(0, -1) + end)
    for (const x of [...spellings, `${jwk.x}=`, ` ${jwk.x}`])
      expect([x, await prove(await signed({ ...honest, jwk: { ...jwk, x } }))]).toEqual([x, invalid])
  })
})
