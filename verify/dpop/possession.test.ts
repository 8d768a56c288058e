import { createHmac } from 'node:crypto'
import { base64url, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createVerifier, type DpopOptions, rememberOnce, verifyVerdict } from '../index.js'
import { makeDevice, proofClaims } from '../testing/make-device.js'
import { claims, makeIssuer, NOW, optionsFor } from '../testing/make-issuer.js'

const issuer = await makeIssuer()
const device = await makeDevice()
const stranger = await makeDevice()
const bound = { ...claims, cnf: { jkt: device.thumbprint } }
const token = await issuer.sign(bound)
const request = { method: 'POST', url: 'https://shop.example/orders?coupon=1' }
const verifier = createVerifier({ ...optionsFor(issuer), dpop: true })

type Request = Partial<typeof request>
const given = (dpop: unknown, more: Request = {}) => ({ ...request, ...more, dpop })
async function codeOf(dpop: unknown, more: Request = {}, shown = token, by = verifier): Promise<string> {
  const result = await by.verify(shown, {}, given(dpop, more))
  return result.ok ? 'ok' : result.error.code
}
const verifierWith = (dpop: DpopOptions, now = () => NOW) => createVerifier({ ...optionsFor(issuer), now, dpop })
const another = await proofClaims('another')
const part = (value: unknown): string => base64url.encode(JSON.stringify(value))

describe('a verdict with a proof by its key', () => {
  it('is accepted', async () => {
    expect(await verifier.verify(token, {}, given(await device.prove(token)))).toEqual({ ok: true, verdict: bound })
  })
  it('is accepted for any spelling of the same address', async () => {
    expect(await codeOf(await device.prove(token, { htu: 'HTTPS://shop.example:443/x/../orders#top' }))).toBe('ok')
    expect(await codeOf(await device.prove(token), { method: 'post' })).toBe('ok')
  })
  it('is accepted as often as there are new proofs, and each proof once', async () => {
    const [first, second] = [await device.prove(token), await device.prove(token)]
    expect([await codeOf(first), await codeOf(first), await codeOf(second)]).toEqual(['ok', 'proof-used', 'ok'])
    const codes = await Promise.all(Array.from({ length: 20 }, () => device.prove(token, { jti: 'at the same time'.replaceAll(' ', '-') })))
    expect((await Promise.all(codes.map((proof) => codeOf(proof)))).filter((code) => code === 'ok')).toHaveLength(1)
  })
  it('is still refused for what is wrong with the verdict, and the proof is not used up', async () => {
    const proof = await device.prove(token)
    const result = await verifier.verify(token, { action: 'checkout' }, given(proof))
    expect(result).toMatchObject({ ok: false, error: { code: 'action-mismatch' } })
    expect(await codeOf(proof)).toBe('ok')
  })
  it('does not use up the verdict while its proof is refused', async () => {
    const onceOnly = rememberOnce({ now: () => NOW })
    const once = createVerifier({ ...optionsFor(issuer), onceOnly, dpop: true })
    expect(await codeOf(await stranger.prove(token), {}, token, once)).toBe('proof-key')
    expect(await codeOf(await device.prove(token), {}, token, once)).toBe('ok')
    expect(await codeOf(await device.prove(token), {}, token, once)).toBe('used')
  })
})

describe('a verdict that was moved to another client', () => {
  it('is refused without a proof', async () => {
    for (const none of [undefined, null, '']) expect(await codeOf(none)).toBe('proof-missing')
  })
  it('is refused with a proof by another key, also where that names the right one', async () => {
    expect(await codeOf(await stranger.prove(token))).toBe('proof-key')
    expect(await codeOf(await stranger.prove(token, {}, { jwk: device.jwk }))).toBe('proof-signature')
  })
  it.each([
    ['proof-request', { htm: 'GET' }],
    ['proof-request', { htu: 'https://shop.example/orders/1' }],
    ['proof-request', { htu: 'http://shop.example/orders' }],
    ['proof-request', { htu: 'https://shop.example.evil/orders' }],
    ['proof-request', { htu: '/orders' }],
    ['proof-expired', { iat: NOW - 66 }],
    ['proof-expired', { iat: NOW + 6 }],
    ['ok', { iat: NOW - 65 }],
    ['ok', { iat: NOW + 5 }],
    ['proof-token', { ath: another.ath }],
  ])('is refused with a proof that was made for something else: %s, %j', async (code, change) => {
    expect(await codeOf(await device.prove(token, change))).toBe(code)
  })
  it('is refused with a proof for another verdict of the same key', async () => {
    const other = await issuer.sign({ ...bound, jti: 'another-verdict' })
    expect(await codeOf(await device.prove(other))).toBe('proof-token')
  })
  it('is refused where it is bound to no key, unless such are accepted', async () => {
    const unbound = await issuer.sign({ ...claims, cnf: undefined })
    expect(await codeOf(undefined, {}, unbound)).toBe('unbound')
    expect(await codeOf(await device.prove(unbound), {}, unbound)).toBe('unbound')
    expect(await codeOf(undefined, {}, unbound, verifierWith({ unbound: 'accept' }))).toBe('ok')
    expect(await codeOf(undefined, {}, token, verifierWith({ unbound: 'accept' }))).toBe('proof-missing')
  })
})

describe('a hostile proof', () => {
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: device.jwk }

  it.each([1, {}, [], ['a.b.c'], 'a', 'a.b', 'a.b.c', 'a.b.c.d', '..', 'a'.repeat(1e6)])('is malformed: %j', async (proof) => {
    expect(await codeOf(proof)).toBe('proof-malformed')
  })
  it('that comes twice is malformed, as headers are joined', async () => {
    const proof = await device.prove(token)
    expect(await codeOf(`${proof}, ${proof}`)).toBe('proof-malformed')
    expect(await codeOf([proof, proof])).toBe('proof-malformed')
  })
  it('longer than any honest one is malformed', async () => {
    expect(await codeOf(await device.prove(token, { padding: 'x'.repeat(4096) }))).toBe('proof-malformed')
  })
  it('with its private key is malformed: who has read it could sign the next', async () => {
    expect(await codeOf(await device.prove(token, {}, { jwk: device.privateJwk }))).toBe('proof-malformed')
  })
  it('with no algorithm, or the public key as a secret, is malformed', async () => {
    for (const alg of ['none', 'None', ''])
      expect(await codeOf(`${part({ ...header, alg })}.${part(await proofClaims(token))}.AA`)).toBe('proof-malformed')
    for (const jwk of [device.jwk, { kty: 'oct', k: device.jwk.x }]) {
      const input = `${part({ ...header, alg: 'HS256', jwk })}.${part(await proofClaims(token))}`
      const mac = createHmac('sha256', Buffer.from(device.jwk.x!, 'base64url')).update(input).digest('base64url')
      expect(await codeOf(`${input}.${mac}`)).toBe('proof-malformed')
    }
  })
  it('with a symmetric key or one of another kind under the right algorithm is malformed', async () => {
    const ed = await generateKeyPair('Ed25519', { extractable: true })
    const keys = [
      { kty: 'oct', k: 'AAAA' },
      { ...device.jwk, k: 'AAAA' },
      { kty: 'OKP', crv: 'Ed25519', x: device.jwk.x },
      { ...device.jwk, crv: 'P-384' },
    ]
    for (const jwk of [...keys, undefined, null, 'key', []])
      expect(await codeOf(await device.prove(token, {}, { jwk }))).toBe('proof-malformed')
    const signed = await new SignJWT({ ...(await proofClaims(token)) }).setProtectedHeader({ ...header, alg: 'EdDSA' }).sign(ed.privateKey)
    expect(await codeOf(signed)).toBe('proof-malformed')
  })
  it('with a key that is no point of the curve is refused', async () => {
    const jwk = { ...device.jwk, y: device.jwk.x }
    expect(await codeOf(await device.prove(token, {}, { jwk }))).toBe('proof-key')
  })
  it.each([
    { typ: 'JWT' },
    { typ: 'vouchsafe-evidence+jwt' },
    { typ: undefined },
    { kid: 'key-1' },
    { jku: 'https://evil.example/jwks.json' },
    { x5c: ['AAAA'] },
  ])('with another header is malformed: %j', async (change) => {
    expect(await codeOf(await device.prove(token, {}, change))).toBe('proof-malformed')
  })
  it.each([
    { jti: undefined },
    { jti: 'short' },
    { jti: 'x'.repeat(129) },
    { jti: 'with a space in the middle' },
    { htm: undefined },
    { htm: 'post' },
    { htu: 1 },
    { iat: '1800000000' },
    { iat: null },
    { ath: undefined },
    { ath: '' },
    { nonce: 1 },
  ])('with claims that are none is malformed: %j', async (change) => {
    expect(await codeOf(await device.prove(token, change))).toBe('proof-malformed')
  })
  it('changed after it was signed is refused', async () => {
    const [head, , signature] = (await device.prove(token, { iat: NOW - 1000 })).split('.')
    expect(await codeOf(`${head}.${part(await proofClaims(token))}.${signature}`)).toBe('proof-signature')
  })
})

describe('with a secret for nonces', () => {
  const nonceSecret = 'a secret of at least thirty-two characters'
  const clock = { time: NOW }
  const asking = verifierWith({ nonceSecret }, () => clock.time)

  it('a proof without one is told the nonce, and with it accepted', async () => {
    const first = await asking.verify(token, {}, given(await device.prove(token)))
    expect(first).toMatchObject({ ok: false, error: { code: 'proof-nonce' } })
    const nonce = first.dpopNonce!
    expect(await asking.verify(token, {}, given(await device.prove(token, { nonce })))).toEqual({
      ok: true,
      verdict: bound,
      dpopNonce: nonce,
    })
  })
  it('a proof with an old one, or a made-up one, is refused', async () => {
    const { dpopNonce: nonce } = await asking.verify(token, {}, given(undefined))
    clock.time = NOW + 121
    const later = await issuer.sign({ ...bound, iat: NOW + 121, exp: NOW + 241 })
    for (const old of [nonce, 'made-up', ''])
      expect(await codeOf(await device.prove(later, { iat: NOW + 121, nonce: old }), {}, later, asking)).toBe('proof-nonce')
    clock.time = NOW
  })
})

describe('what it takes', () => {
  it('is a proof made for the public address, where one is given', async () => {
    const inside = { url: 'http://10.0.0.1:3000/orders' }
    expect(await codeOf(await device.prove(token), inside)).toBe('proof-request')
    expect(await codeOf(await device.prove(token), inside, token, verifierWith({ base: 'https://shop.example' }))).toBe('ok')
  })
  it('is a store that answers', async () => {
    const cause = new Error('away')
    const away = verifierWith({ onceOnly: { claim: () => Promise.reject(cause) } })
    expect(await away.verify(token, {}, given(await device.prove(token)))).toMatchObject({ error: { code: 'store-unavailable', cause } })
  })
  it('is remembered for as long as the proof could be shown again', async () => {
    const clock = { time: NOW - 5 }
    const strict = verifierWith({}, () => clock.time)
    const early = await issuer.sign({ ...bound, iat: NOW - 60 })
    const proof = await device.prove(early)
    expect(await codeOf(proof, {}, early, strict)).toBe('ok')
    clock.time = NOW + 65
    expect(await codeOf(proof, {}, early, strict)).toBe('proof-used')
    clock.time = NOW + 66
    expect(await codeOf(proof, {}, early, strict)).toBe('proof-expired')
  })
  it('is options that make sense', () => {
    for (const dpop of [
      'yes',
      { base: '/api' },
      { base: 'https://a.example/?b' },
      { maxAge: 0 },
      { onceOnly: {} },
      { maxPerKey: 0 },
      { maxPerKey: 1.5 },
      { nonceSecret: 'short' },
      { unbound: 'maybe' },
    ])
      expect(() => createVerifier({ ...optionsFor(issuer), dpop } as never)).toThrow(TypeError)
  })
  it('is a request, and for one call a store', async () => {
    await expect(verifier.verify(token)).rejects.toThrow(TypeError)
    await expect(verifyVerdict(token, { ...optionsFor(issuer), dpop: true }, given('x'))).rejects.toThrow(TypeError)
    const options = { ...optionsFor(issuer), dpop: { onceOnly: rememberOnce({ now: () => NOW }) } }
    const proof = await device.prove(token)
    expect(await verifyVerdict(token, options, given(proof))).toMatchObject({ ok: true })
    expect(await verifyVerdict(token, options, given(proof))).toMatchObject({ error: { code: 'proof-used' } })
  })
})
