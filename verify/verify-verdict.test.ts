import { describe, expect, it } from 'vitest'
import { type Expectations, rememberOnce, verifyVerdict } from './index.js'
import { claims, makeIssuer, NOW, ORIGIN, optionsFor, SITE_KEY } from './testing/make-issuer.js'

const issuer = await makeIssuer()
const options = optionsFor(issuer)

async function codeOf(token: unknown, more: Partial<Expectations> & { now?: () => number } = {}): Promise<string> {
  const result = await verifyVerdict(token, { ...options, ...more })
  return result.ok ? 'ok' : result.error.code
}

describe('a genuine verdict', () => {
  it('is accepted, and its claims come back', async () => {
    const result = await verifyVerdict(await issuer.sign(), options)
    expect(result).toEqual({ ok: true, verdict: claims })
  })
  it('is accepted when it is signed with EdDSA', async () => {
    const ed = await makeIssuer('EdDSA')
    expect(await verifyVerdict(await ed.sign(), optionsFor(ed))).toMatchObject({ ok: true })
  })
  it('is accepted with claims that this version does not know', async () => {
    expect(await codeOf(await issuer.sign({ ...claims, later: { a: 1 } }))).toBe('ok')
  })
  it('is not refused for saying block: what to do is for the caller to decide', async () => {
    expect(await codeOf(await issuer.sign({ ...claims, action: 'block', band: 'automated', score: 0.9 }))).toBe('ok')
  })
})

describe('what a verdict says', () => {
  it.each([
    ['issuer', { iss: 'https://attest.example.evil' }, {}],
    ['audience', { aud: 'pk_another' }, {}],
    ['audience', {}, { audience: ['pk_one', 'pk_two'] }],
    ['ok', {}, { audience: ['pk_one', SITE_KEY] }],
    ['origin', { origin: 'https://shop.example.evil' }, {}],
    ['origin', {}, { origin: ['https://a.example'] }],
    ['ok', {}, { origin: ['https://a.example', ORIGIN] }],
    ['origin', {}, { origin: (origin: string) => origin === 'https://a.example' }],
    ['ok', {}, { origin: (origin: string) => origin.endsWith('//shop.example') }],
    ['action-mismatch', {}, { action: 'checkout' }],
    ['ok', {}, { action: 'sign-up' }],
    ['assurance', { assurance: 'unsigned' }, {}],
    ['assurance', { assurance: 'noscript' }, { minAssurance: 'unsigned' }],
    ['ok', { assurance: 'noscript' }, { minAssurance: 'noscript' }],
    ['test-verdict', { test: true }, {}],
    ['ok', { test: true }, { allowTest: true }],
    ['malformed', { score: 2 }, {}],
    ['malformed', { action: 'toString' }, {}],
    ['malformed', { jti: undefined }, {}],
    ['malformed', { exp: '1e99' }, {}],
    ['malformed', { test: false }, {}],
  ] as const)('yields %s for %j where %j is expected', async (code, change, expected) => {
    expect(await codeOf(await issuer.sign({ ...claims, ...change }), expected as Partial<Expectations>)).toBe(code)
  })
  it('is weighed against the clock, with five seconds of grace', async () => {
    const token = await issuer.sign()
    expect(await codeOf(token, { now: () => NOW + 124 })).toBe('ok')
    expect(await codeOf(token, { now: () => NOW + 125 })).toBe('expired')
    expect(await codeOf(token, { now: () => NOW + 120, clockTolerance: 0 })).toBe('expired')
    expect(await codeOf(token, { now: () => NOW - 5 })).toBe('ok')
    expect(await codeOf(token, { now: () => NOW - 6 })).toBe('not-yet-valid')
  })
  it('expires for a token that was found genuine before, too', async () => {
    const token = await issuer.sign({ ...claims, jti: 'repeated' })
    expect(await codeOf(token)).toBe('ok')
    expect(await codeOf(token, { now: () => NOW + 1000 })).toBe('expired')
    expect(await codeOf(token, { action: 'checkout' })).toBe('action-mismatch')
  })
})

describe('once only', () => {
  it('accepts a verdict the first time and no other', async () => {
    const onceOnly = rememberOnce()
    const token = await issuer.sign()
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(token, { onceOnly })))
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'used')).toHaveLength(19)
  })
  it('does not use up a verdict that is refused for another reason', async () => {
    const onceOnly = rememberOnce()
    const token = await issuer.sign()
    expect(await codeOf(token, { onceOnly, action: 'checkout' })).toBe('action-mismatch')
    expect(await codeOf(token, { onceOnly })).toBe('ok')
  })
  it('refuses while the store is away, and says what the store said', async () => {
    const cause = new Error('away')
    const onceOnly = { claim: () => Promise.reject(cause) }
    const result = await verifyVerdict(await issuer.sign(), { ...optionsFor(issuer), onceOnly })
    expect(result).toMatchObject({ ok: false, error: { code: 'store-unavailable', cause } })
  })
  it('refuses what it has no room to remember, until a verdict expires', async () => {
    const clock = { time: NOW }
    const now = () => clock.time
    const onceOnly = rememberOnce({ capacity: 1, now })
    const [first, second] = await Promise.all(['first', 'second'].map((jti) => issuer.sign({ ...claims, jti })))
    expect(await codeOf(first, { onceOnly, now })).toBe('ok')
    expect(await codeOf(second, { onceOnly, now })).toBe('store-unavailable')
    expect(await codeOf(first, { onceOnly, now })).toBe('used')
    clock.time = NOW + 125
    expect(await codeOf(await issuer.sign({ ...claims, jti: 'third', exp: NOW + 240 }), { onceOnly, now })).toBe('ok')
    expect(await codeOf(first, { onceOnly, now })).toBe('expired')
  })
})

describe('a token that is none', () => {
  it.each([undefined, null, ''])('is missing: %j', async (token) => {
    expect(await codeOf(token)).toBe('missing')
  })
  it.each([1, {}, [], ['a.b.c'], 'a', 'a.b', 'a.b.c', 'a.b.c.d', '..', ' . . ', 'a'.repeat(1e6)])('is malformed', async (token) => {
    expect(await codeOf(token)).toBe('malformed')
  })
  it('is malformed when it is longer than any verdict, however good its signature', async () => {
    expect(await codeOf(await issuer.sign({ ...claims, padding: 'x'.repeat(4096) }))).toBe('malformed')
  })
})

describe('arguments that make no sense', () => {
  it.each([
    [{ issuer: '' }],
    [{ audience: [] }],
    [{ origin: undefined }],
    [{ minAssurance: 'strong' }],
    [{ clockTolerance: -1 }],
    [{ jwks: undefined }],
    [{ jwks: { keys: 'none' } }],
    [{ jwksUrl: 'https://attest.example' }],
    [{ jwks: undefined, jwksUrl: 'file:///etc/passwd' }],
    [{ onceOnly: {} }],
  ])('throw a TypeError: %j', async (change) => {
    await expect(verifyVerdict('token', { ...options, ...change } as never)).rejects.toThrow(TypeError)
  })
})
