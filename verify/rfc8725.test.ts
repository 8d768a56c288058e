import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { base64url, exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { VERDICT_TYPE } from '../shared/wire/verdict.js'
import { createVerifier, rememberOnce, type Verifier } from './index.js'
import { claims, ISSUER, makeIssuer, NOW, optionsFor } from './testing/make-issuer.js'

/** What an attacker does to tokens (RFC 8725 §2), and what a backend makes of it. The issuer's own key signs wherever nothing else is said. */
const pair = await generateKeyPair('ES256', { extractable: true })
const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }
const pem = createPublicKey({ key: await exportJWK(pair.publicKey), format: 'jwk' }).export({ type: 'spki', format: 'pem' })
const der = createPublicKey(pem).export({ type: 'spki', format: 'der' })
const privateKey = createPrivateKey({ key: await exportJWK(pair.privateKey), format: 'jwk' })
const { jwks: _, ...expected } = optionsFor(await makeIssuer())
const options = { ...expected, jwks: { keys: [jwk] } }
const verifier = createVerifier(options)

const header = { alg: 'ES256', kid: 'key-1', typ: VERDICT_TYPE }
const part = (value: unknown): string => base64url.encode(typeof value === 'string' ? value : JSON.stringify(value))
const signatureOf = (input: string): Buffer => sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' })
/** A JWS of exactly these texts, or of the JSON of these values. */
function signed(head: unknown, payload: unknown = claims): string {
  const input = `${part(head)}.${part(payload)}`
  return `${input}.${base64url.encode(signatureOf(input))}`
}
const genuine = signed(header)
const withSignature = (bytes: Uint8Array): string => `${genuine.slice(0, genuine.lastIndexOf('.'))}.${base64url.encode(bytes)}`

async function codeOf(token: unknown, by: Verifier = verifier): Promise<string> {
  const result = await by.verify(token)
  return result.ok ? 'ok' : result.error.code
}

it('takes what the issuer signed, so that the cases below are refused for what they are', async () => {
  expect(await codeOf(genuine)).toBe('ok')
})

describe('a header that no verdict has is refused before any key is looked at:', () => {
  it.each(['none', 'None', 'NONE', 'nOnE', 'none ', '', 'HS256', 'hs256', 'HS384', 'HS512'])('alg %j, without a key', async (alg) => {
    const input = `${part({ ...header, alg })}.${part(claims)}`
    for (const end of ['', 'AA', genuine.split('.')[2]]) expect(await codeOf(`${input}.${end}`)).toBe('malformed')
  })
  it.each([
    ['PEM', pem],
    ['DER', der],
    ['JWK', JSON.stringify(jwk)],
    ['x as it stands in the JWK', jwk.x!],
    ['bytes of x', Buffer.from(jwk.x!, 'base64url')],
    ['point', Buffer.concat([Buffer.of(4), Buffer.from(jwk.x!, 'base64url'), Buffer.from(jwk.y!, 'base64url')])],
    ['empty text', ''],
  ])('HS256, with the public key as its secret: %s', async (_name, secret) => {
    const input = `${part({ ...header, alg: 'HS256' })}.${part(claims)}`
    expect(await codeOf(`${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`)).toBe('malformed')
  })
  it.each([
    'es256',
    'ES256 ',
    'ES384',
    'ES256K',
    'RS256',
    'PS256',
    'Ed25519',
    'dir',
    'constructor',
    '__proto__',
    ['ES256'],
    { 0: 'E' },
    null,
    1,
  ])('alg %j', async (alg) => expect(await codeOf(signed({ ...header, alg }))).toBe('malformed'))
  it.each([
    ['jwk', jwk],
    ['jwk', {}],
    ['jku', 'https://evil.example/jwks.json'],
    ['jku', `${ISSUER}/.well-known/jwks.json`],
    ['x5u', 'https://evil.example/cert.pem'],
    ['x5c', ['AAAA']],
    ['crit', []],
    ['crit', ['exp']],
    ['b64', false],
    ['b64', true],
    ['enc', 'A256GCM'],
    ['zip', 'DEF'],
  ])('%s: %j', async (name, value) => {
    expect(await codeOf(signed({ ...header, [name]: value }))).toBe('malformed')
  })
  it.each([
    'vouchsafe-evidence+jwt',
    'vouchsafe-challenge+jwt',
    'vouchsafe-form+jwt',
    'vouchsafe-trust+jwt',
    'dpop+jwt',
    'at+jwt',
    'JWT',
    `application/${VERDICT_TYPE}`,
    VERDICT_TYPE.toUpperCase(),
    `${VERDICT_TYPE} `,
    [VERDICT_TYPE],
    null,
    undefined,
  ])('typ %j: no other token of this server, or of anybody, is a verdict', async (typ) => {
    expect(await codeOf(signed({ ...header, typ }))).toBe('malformed')
  })
  it.each([undefined, null, '', 1, true, ['key-1'], { toString: 'key-1' }])('kid %j', async (kid) => {
    expect(await codeOf(signed({ ...header, kid }))).toBe('malformed')
  })
})

/** Names that other servers have read files with, asked databases for, and fetched. */
const oddNames = [
  '../../../dev/null',
  '/proc/self/environ',
  "key-1' OR '1'='1",
  'key-1"; DROP TABLE keys;--',
  'https://evil.example/key',
  '__proto__',
  'constructor',
  'ES256 key-1',
  'key-1\u0000',
  'KEY-1',
  ' key-1',
  '*',
  'k'.repeat(2500),
]

describe('a kid names a key that was published, and does nothing else:', () => {
  it.each(oddNames)('%j names none', async (kid) => {
    expect(await codeOf(signed({ ...header, kid }))).toBe('signature')
  })
  it('nothing but the key set is ever fetched, and once for all of them', async () => {
    const fetch = vi.fn(() => Promise.resolve(new Response(JSON.stringify(options.jwks))))
    const remote = createVerifier({ ...expected, jwksUrl: `${ISSUER}/.well-known/jwks.json`, fetch })
    for (const kid of oddNames) expect(await codeOf(signed({ ...header, kid }), remote)).toBe('signature')
    expect(fetch.mock.calls.map(([url]: unknown[]) => url)).toEqual([`${ISSUER}/.well-known/jwks.json`])
  })
  it('the key set of another issuer opens none of this one’s, and its own tokens name it as their issuer', async () => {
    const other = await makeIssuer('ES256', 'key-1')
    expect(await codeOf(genuine, createVerifier({ ...expected, jwks: other.jwks }))).toBe('signature')
    expect(await codeOf(await other.sign())).toBe('signature')
    const mixed = createVerifier({ ...expected, jwks: { keys: [jwk, { ...other.publicJwk, kid: 'key-2' }] } })
    expect(await codeOf(await other.sign({ ...claims, iss: 'https://other.example' }, { kid: 'key-2' }), mixed)).toBe('issuer')
  })
  it.each([
    ['off the curve', { ...jwk, y: jwk.x }],
    ['zero', { ...jwk, x: 'A'.repeat(43), y: 'A'.repeat(43) }],
    ['too short', { ...jwk, x: 'AQ' }],
    ['of another curve', { ...jwk, crv: 'P-384' }],
    ['of another algorithm', { ...jwk, alg: 'ES384' }],
    ['for encryption', { ...jwk, use: 'enc' }],
    ['a secret', { kty: 'oct', k: 'AAAA', kid: 'key-1', alg: 'ES256' }],
  ])('a published key that is %s verifies nothing', async (_name, key) => {
    expect(await codeOf(genuine, createVerifier({ ...options, jwks: { keys: [key] } }))).toBe('signature')
  })
})

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const scalar = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const bytes = signatureOf(genuine.slice(0, genuine.lastIndexOf('.')))
const [r, s] = [bytes.subarray(0, 32), bytes.subarray(32)]
const highS = (): string => withSignature(Buffer.concat([r, scalar(ORDER - BigInt(`0x${s.toString('hex')}`))]))

describe('a signature', () => {
  it.each([
    ['of zeros (CVE-2022-21449)', Buffer.alloc(64)],
    ['whose r is zero', Buffer.concat([Buffer.alloc(32), s])],
    ['whose s is zero', Buffer.concat([r, Buffer.alloc(32)])],
    ['whose r and s are the order of the curve', Buffer.concat([scalar(ORDER), scalar(ORDER)])],
    ['in DER', sign('sha256', Buffer.from(genuine.slice(0, genuine.lastIndexOf('.'))), privateKey)],
    ['one byte short', bytes.subarray(0, 63)],
    ['one byte long', Buffer.concat([bytes, Buffer.of(0)])],
  ])('%s is refused', async (_name, forged) => {
    expect(await codeOf(withSignature(forged))).toBe('signature')
  })
  it('padded, or in the other alphabet, is refused', async () => {
    expect(await codeOf(`${genuine}==`)).toBe('malformed')
    let token = genuine
    while (!/[-_]/.test(token)) token = signed(header)
    expect(await codeOf(token.replaceAll('-', '+').replaceAll('_', '/'))).toBe('malformed')
  })
  it('with the other s is as good as the first (ECDSA is malleable), and buys no second use: what counts once is the jti', async () => {
    const onceOnly = rememberOnce({ now: () => NOW })
    const once = createVerifier({ ...options, onceOnly })
    expect([await codeOf(genuine, once), await codeOf(highS(), once), await codeOf(genuine, once)]).toEqual(['ok', 'used', 'used'])
  })
  it('of Ed25519 has one form, and verifies under no key of another algorithm', async () => {
    const ed = await makeIssuer('EdDSA', 'key-1')
    const token = await ed.sign()
    expect([await codeOf(token, createVerifier(optionsFor(ed))), await codeOf(token)]).toEqual(['ok', 'signature'])
    const [head, payload, signature] = token.split('.')
    const made = base64url.decode(signature!)
    const least = BigInt(`0x${Buffer.from(made.slice(32)).reverse().toString('hex')}`)
    const more = scalar(least + 2n ** 252n + 27742317777372353535851937790883648493n).reverse()
    const respelt = `${head}.${payload}.${base64url.encode(Buffer.concat([made.slice(0, 32), more]))}`
    expect(await codeOf(respelt, createVerifier(optionsFor(ed)))).toBe('signature')
  })
})

describe('what was signed', () => {
  it.each(['["a"]', '"text"', '1', 'null', 'not json', '{', '', '\ufeff{}', genuine])(
    'is refused where it is no object: %j',
    async (payload) => {
      expect(await codeOf(signed(header, payload))).toBe('malformed')
      expect(await codeOf(signed(payload))).toBe('malformed')
    },
  )
  it.each(['exp', 'iat'])('is refused where %s is no finite number', async (name) => {
    for (const value of ['"1800000100"', '[1800000100]', '{"a":1}', 'true', 'null', '1e999', '-1e999', '""']) {
      expect([
        value,
        await codeOf(signed(header, JSON.stringify({ ...claims, [name]: 0 }).replace(`"${name}":0`, `"${name}":${value}`))),
      ]).toEqual([value, 'malformed'])
    }
    for (const value of ['NaN', 'Infinity', '0x6b49d200', '1_800_000_000', undefined]) {
      const text = JSON.stringify({ ...claims, [name]: 0 }).replace(`"${name}":0`, value === undefined ? '"other":0' : `"${name}":${value}`)
      expect([value, await codeOf(signed(header, text))]).toEqual([value, 'malformed'])
    }
  })
  it('has expired where its end is zero, or lies before all time', async () => {
    for (const exp of [0, -1, -1e15]) expect(await codeOf(signed(header, { ...claims, exp }))).toBe('expired')
  })
  it('counts as its last member says where one stands twice (RFC 7515 §4, RFC 7519 §4), for every part of the check alike', async () => {
    const twice = (name: string, value: string, of: object) => `{${JSON.stringify(name)}:${value},${JSON.stringify(of).slice(1)}`
    expect(await codeOf(signed(twice('alg', '"none"', header)))).toBe('ok')
    expect(await codeOf(signed(`${JSON.stringify(header).slice(0, -1)},"alg":"none"}`))).toBe('malformed')
    expect(await codeOf(signed(header, twice('exp', '9e9', { ...claims, exp: NOW - 60 })))).toBe('expired')
    expect(await codeOf(signed(header, `${JSON.stringify(claims).slice(0, -1)},"iss":"https://evil.example"}`))).toBe('issuer')
  })
  it('takes nothing from a prototype', async () => {
    const { test: __, ...rest } = { ...claims, test: true }
    expect(await codeOf(signed(header, `{"__proto__":${JSON.stringify(rest)}}`))).toBe('malformed')
  })
})

describe('another serialisation is no verdict:', () => {
  const [protectedHeader, payload, signature] = genuine.split('.')
  it.each([
    ['flattened JSON', JSON.stringify({ protected: protectedHeader, payload, signature })],
    ['general JSON', JSON.stringify({ payload, signatures: [{ protected: protectedHeader, signature }] })],
    ['an object', { protected: protectedHeader, payload, signature }],
    ['a detached payload', `${protectedHeader}..${signature}`],
    ['five parts, as JWE has', `${genuine}.AA.AA`],
    ['white space around it', ` ${genuine}\n`],
    ['a verdict longer than any', signed(header, { ...claims, padding: 'x'.repeat(4096) })],
    ['a megabyte', `${'A'.repeat(500_000)}.${'A'.repeat(500_000)}.A`],
    ['a million dots', '.'.repeat(1_000_000)],
  ])('%s', async (_name, token) => {
    expect(await codeOf(token)).toBe('malformed')
  })
})
