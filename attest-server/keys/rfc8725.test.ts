import { createHmac, sign } from 'node:crypto'
import { CompactSign, SignJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { ALPHABET, encodeBase64url } from '../../shared/base64url.js'
import { CHALLENGE_TYPE } from '../../shared/wire/challenge.js'
import { REVEAL_TYPE } from '../../shared/wire/reveal.js'
import { VERDICT_TYPE } from '../../shared/wire/verdict.js'
import { TRUST_TYPE } from '../core/behaviour/trust/trust-claims.js'
import { FORM_TYPE } from '../core/noscript/form-ticket.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { createDevice, signEvidence } from '../testing/honest-client.js'
import { createTokenSigner } from './create-token-signer.js'
import { createKeyRing, type KeyRing } from './key-ring.js'
import { ensureSigningKey } from './rotate.js'
import { createSealer } from './sealer.js'
import { createVerdictOpener } from './verdict-opener.js'
import { createVerdictSigner } from './verdict-signer.js'

/** What the server makes of tokens that it is said to have made itself: challenges, forms and verdicts (RFC 8725). */
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const NOW = 1_790_000_000
const claims = { jti: 'a', aud: 'pk_shop', exp: NOW + 120 }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const part = (value: unknown): string => encodeBase64url(bytesOf(typeof value === 'string' ? value : JSON.stringify(value)))

let ring: KeyRing
beforeEach(async () => {
  const { signingKeys } = openMemoryStores()
  await ensureSigningKey(signingKeys, 'ES256', random, NOW)
  ring = createKeyRing(signingKeys, () => NOW)
})

/** A JWS of exactly these texts, under whichever of the server's own keys is named. */
async function signedRaw(by: 'sign' | 'mac', head: unknown, payload: unknown = claims): Promise<string> {
  const input = `${part(head)}.${part(payload)}`
  const key = (await ring.current())[by]
  const signature =
    by === 'mac' ? createHmac('sha256', key).update(input).digest() : sign('sha256', bytesOf(input), { key, dsaEncoding: 'ieee-p1363' })
  return `${input}.${encodeBase64url(signature)}`
}

/** Headers that no token of ours has: each is put on a token with the right key's signature. */
const strangers: readonly (readonly [string, object])[] = [
  ['jwk', { jwk: { kty: 'oct', k: 'AAAA' } }],
  ['jku', { jku: 'https://evil.example/jwks.json' }],
  ['x5u', { x5u: 'https://evil.example/cert.pem' }],
  ['x5c', { x5c: ['AAAA'] }],
  ['crit', { crit: ['exp'], exp: 1 }],
  ['crit, empty', { crit: [] }],
  ['b64', { b64: false }],
  ['b64 and crit', { b64: false, crit: ['b64'] }],
  ['zip', { zip: 'DEF' }],
  ['enc', { enc: 'A256GCM' }],
  ['cty', { cty: 'JWT' }],
]

/** `kid`s that are not the key's, or not even texts. */
const oddKids = [
  '../../dev/null',
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  'https://evil.example',
  'k'.repeat(3000),
  '',
  1,
  null,
  ['a'],
  {},
  true,
]
const oddAlgs = ['none', 'None', 'NONE', 'HS384', 'hs256', 'RS256', 'ES384', 'dir', '__proto__', '', null, 1, ['HS256'], {}]

describe('a challenge or a form is opened by the MAC key that its kid names, and nothing else:', () => {
  const open = (token: string, type = CHALLENGE_TYPE) => createSealer(ring).open(type, token)
  const forged = { ok: false, error: 'forged' }
  const headerOf = async (more: object = {}) => ({ alg: 'HS256', typ: CHALLENGE_TYPE, kid: (await ring.current()).kid, ...more })

  it('the cases below are refused for what they are', async () => {
    expect(await open(await signedRaw('mac', await headerOf()))).toEqual({ ok: true, value: claims })
  })
  it('in one spelling of its last letter', async () => {
    const token = await createSealer(ring).seal(CHALLENGE_TYPE, claims)
    const opened = await Promise.all([...ALPHABET].map(async (end) => (await open(token.slice(0, -1) + end)).ok))
    expect(opened.filter((isOpen) => isOpen)).toHaveLength(1)
  })
  it.each(strangers)('not with %s in its header', async (_name, more) => {
    expect(await open(await signedRaw('mac', await headerOf(more)))).toEqual(forged)
  })
  it('not with another kid', async () => {
    for (const kid of oddKids) expect([kid, await open(await signedRaw('mac', await headerOf({ kid })))]).toEqual([kid, forged])
  })
  it('not with another algorithm, or with none', async () => {
    for (const alg of oddAlgs) {
      const token = await signedRaw('mac', await headerOf({ alg }))
      expect([alg, await open(token)]).toEqual([alg, forged])
      expect([alg, await open(`${token.slice(0, token.lastIndexOf('.'))}.`)]).toEqual([alg, forged])
    }
  })
  it('not by the signing key, whether its algorithm is told or hidden', async () => {
    for (const alg of ['ES256', 'HS256']) expect(await open(await signedRaw('sign', await headerOf({ alg })))).toEqual(forged)
  })
  it('not by what is public of the signing key', async () => {
    const { keys } = await ring.jwks()
    const { x = '', y = '', kid = '' } = keys[0]!
    for (const secret of [JSON.stringify(keys[0]), x, y, `${x}${y}`, kid]) {
      const token = await new CompactSign(bytesOf(JSON.stringify(claims)))
        .setProtectedHeader(await headerOf())
        .sign(bytesOf(secret.padEnd(32, '\0')))
      expect(await open(token)).toEqual(forged)
    }
  })
  it('no other token of this server, and none of them as another', async () => {
    const sealer = createSealer(ring)
    const challenge = await sealer.seal(CHALLENGE_TYPE, claims)
    const form = await sealer.seal(FORM_TYPE, claims)
    const reveal = await sealer.seal(REVEAL_TYPE, claims)
    expect([await open(form), await open(challenge, FORM_TYPE)]).toEqual([forged, forged])
    expect([await open(reveal), await open(challenge, REVEAL_TYPE), await open(form, REVEAL_TYPE)]).toEqual([forged, forged, forged])
    const others = [
      await createVerdictSigner(ring).sign(claims as never),
      await createTokenSigner(ring)(TRUST_TYPE, claims),
      await createTokenSigner(ring)(CHALLENGE_TYPE, claims),
      await signEvidence(await createDevice(), claims),
    ]
    for (const token of others) expect([await open(token), await open(token, FORM_TYPE)]).toEqual([forged, forged])
  })
  it('not in another serialisation, cut, extended or huge', async () => {
    const token = await createSealer(ring).seal(CHALLENGE_TYPE, claims)
    const [head, payload, mac] = token.split('.')
    const others = [
      '',
      '.',
      '..',
      '...',
      `${token}.`,
      `${token}=`,
      ` ${token}`,
      `${head}..${mac}`,
      `${head}.${payload}.`,
      `${token}.${token}`,
    ]
    for (const text of [...others, JSON.stringify({ protected: head, payload, signature: mac }), 'A'.repeat(1e6), '.'.repeat(1e6)])
      expect(await open(text)).toEqual(forged)
  })
  it('not where it is no JSON', async () => {
    for (const payload of ['', 'NaN', '{', '{"exp":NaN}'])
      expect(await open(await signedRaw('mac', await headerOf(), payload))).toEqual(forged)
  })
})

describe('a verdict is read back by the key that signed it, and nothing else:', () => {
  const open = (token: string) => createVerdictOpener(ring)(token)
  const headerOf = async (more: object = {}) => ({ alg: 'ES256', typ: VERDICT_TYPE, kid: (await ring.current()).kid, ...more })

  it('the cases below are refused for what they are', async () => {
    expect(await open(await signedRaw('sign', await headerOf()))).toEqual(claims)
  })
  it('in one spelling of its last letter', async () => {
    const token = await createVerdictSigner(ring).sign(claims as never)
    const opened = await Promise.all([...ALPHABET].map(async (end) => open(token.slice(0, -1) + end)))
    expect(opened.filter((verdict) => verdict)).toHaveLength(1)
  })
  it.each(strangers)('not with %s in its header', async (_name, more) => {
    expect(await open(await signedRaw('sign', await headerOf(more)))).toBeUndefined()
  })
  it('not with another kid', async () => {
    for (const kid of oddKids) expect([kid, await open(await signedRaw('sign', await headerOf({ kid })))]).toEqual([kid, undefined])
  })
  it('not with another algorithm, or with none', async () => {
    for (const alg of [...oddAlgs, 'HS256']) {
      const token = await signedRaw('sign', await headerOf({ alg }))
      expect([alg, await open(token)]).toEqual([alg, undefined])
      expect([alg, await open(`${token.slice(0, token.lastIndexOf('.'))}.`)]).toEqual([alg, undefined])
    }
  })
  it('not by the MAC key of the same kid, whether its algorithm is told or hidden', async () => {
    for (const alg of ['ES256', 'HS256']) expect(await open(await signedRaw('mac', await headerOf({ alg })))).toBeUndefined()
  })
  it('not by another server’s key under the same kid', async () => {
    const { signingKeys } = openMemoryStores()
    await ensureSigningKey(signingKeys, 'ES256', random, NOW)
    const other = await createKeyRing(signingKeys, () => NOW).current()
    const token = await new SignJWT(claims).setProtectedHeader(await headerOf()).sign(other.sign)
    expect(await open(token)).toBeUndefined()
  })
  it('no other token of this server', async () => {
    const others = [
      await createSealer(ring).seal(CHALLENGE_TYPE, claims),
      await createSealer(ring).seal(VERDICT_TYPE, claims),
      await createTokenSigner(ring)(TRUST_TYPE, claims),
      await createTokenSigner(ring)('JWT', claims),
      await signEvidence(await createDevice(), claims),
    ]
    for (const token of others) expect(await open(token)).toBeUndefined()
  })
  it('not in another serialisation, cut, extended or huge', async () => {
    const token = await createVerdictSigner(ring).sign(claims as never)
    const [head, payload, signature] = token.split('.')
    const others = [
      '',
      '.',
      '..',
      '...',
      `${token}.`,
      `${token}=`,
      ` ${token}`,
      `${token.slice(0, -1)} ${token.slice(-1)}`,
      `${head}..${signature}`,
      `${head}.${payload}.`,
      `${token}.${token}`,
    ]
    for (const text of [...others, JSON.stringify({ protected: head, payload, signature }), 'A'.repeat(1e6), '.'.repeat(1e6)])
      expect(await open(text)).toBeUndefined()
  })
})
