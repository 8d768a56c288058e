import { beforeEach, describe, expect, it } from 'vitest'
import { verifierOf } from './create-verifier.js'
import type { Fetch } from './fetch-text.js'
import { createVerifier, type VerifyResult, verifyVerdict } from './index.js'
import { remoteKeys } from './key-source.js'
import { claims, makeIssuer, optionsFor } from './testing/make-issuer.js'

const first = await makeIssuer('ES256', 'key-1')
const second = await makeIssuer('ES256', 'key-2')
const { jwks: _, ...expectations } = optionsFor(first)
const url = 'https://attest.example/.well-known/jwks.json'

type Refused = Extract<VerifyResult, { ok: false }>

let answer: () => string | Promise<string>
let fetches: number
let time: number
const fetch: Fetch = async () => {
  fetches++
  const body = await answer()
  return { ok: true, text: async () => body }
}
const serve = (...keys: object[]) => {
  answer = () => JSON.stringify({ keys })
}
const away = () => {
  answer = () => Promise.reject(new TypeError('fetch failed'))
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => {
  serve(first.publicJwk)
  fetches = 0
  time = 0
})

function setUp(): (token: string) => Promise<string> {
  const verifier = verifierOf(
    remoteKeys(url, fetch, () => time),
    expectations,
  )
  return async (token) => {
    const result = await verifier.verify(token)
    return result.ok ? 'ok' : result.error.code
  }
}

describe('keys from the issuer', () => {
  it('are fetched once, however many tokens arrive at the same time', async () => {
    const verify = setUp()
    const token = await first.sign()
    expect(await Promise.all(Array.from({ length: 50 }, () => verify(token)))).toEqual(Array(50).fill('ok'))
    expect(fetches).toBe(1)
  })
  it('are not asked for by what is no verdict', async () => {
    const verify = setUp()
    expect([await verify(''), await verify('a.b.c')]).toEqual(['missing', 'malformed'])
    expect(fetches).toBe(0)
  })
  it('are fetched again when a token names a new one', async () => {
    const verify = setUp()
    expect(await verify(await first.sign())).toBe('ok')
    serve(first.publicJwk, second.publicJwk)
    time += 10_000
    expect(await verify(await second.sign())).toBe('ok')
    expect(fetches).toBe(2)
  })
  it('are fetched at most every ten seconds, whatever the tokens name', async () => {
    const verify = setUp()
    for (let i = 0; i < 40; i++) {
      time += 500
      expect(await verify(await first.sign({}, { kid: `made-up-${i}` }))).toBe('signature')
    }
    expect(fetches).toBe(2)
  })
  it('go on working while the issuer is away', async () => {
    const verify = setUp()
    expect(await verify(await first.sign())).toBe('ok')
    away()
    for (const later of [600_000, 700_000, 86_400_000]) {
      time = later
      expect(await verify(await first.sign())).toBe('ok')
      await settle()
    }
    expect(fetches).toBe(4)
    expect(await verify(await second.sign())).toBe('signature')
  })
  it('that were withdrawn stop working after ten minutes, also for tokens known to be genuine', async () => {
    const verify = setUp()
    const token = await first.sign()
    expect(await verify(token)).toBe('ok')
    serve(second.publicJwk)
    time = 600_000
    await verify(token)
    await settle()
    expect(await verify(token)).toBe('signature')
  })
  it('are asked for first when nobody has used them for long: a key that got out is not believed once more', async () => {
    const verify = setUp()
    expect(await verify(await first.sign())).toBe('ok')
    serve(second.publicJwk)
    time = 7 * 86_400_000
    expect(await verify(await first.sign({ ...claims, jti: 'another' }))).toBe('signature')
  })
  it.each([
    ['away', () => Promise.reject(new Error('away'))],
    ['not JSON', () => '<html>'],
    ['no key set', () => '{"keys":{}}'],
    ['null', () => 'null'],
    ['too large', () => JSON.stringify({ keys: [], padding: 'x'.repeat(70_000) })],
  ])('that cannot be read (%s) leave the token unjudged, and are asked for again after two seconds', async (_name, broken) => {
    const verify = setUp()
    const token = await first.sign()
    answer = broken
    expect([await verify(token), await verify(token)]).toEqual(['keys-unavailable', 'keys-unavailable'])
    expect(fetches).toBe(1)
    serve(first.publicJwk)
    time += 2000
    expect(await verify(token)).toBe('ok')
  })
  it.each([
    ['what fetch threw', () => Promise.reject(new TypeError('fetch failed')), /^fetch failed$/],
    ['what is not JSON', () => '<html>', /JSON/],
    ['no key set', () => '{"keys":{}}', /jwks\.json answered with no key set\.$/],
    ['null', () => 'null', /jwks\.json answered with no key set\.$/],
    ['a page that is too large', () => 'x'.repeat(70_000), /answered with more than 65536 characters\.$/],
  ])('that cannot be read leave %s as the cause', async (_name, broken, message) => {
    answer = broken
    const { error } = (await createVerifier({ ...expectations, jwksUrl: url, fetch }).verify(await first.sign())) as Refused
    expect(error).toMatchObject({ code: 'keys-unavailable', cause: { message: expect.stringMatching(message) } })
  })
  it('that the issuer refuses to give leave its status as the cause', async () => {
    const refusing: Fetch = async () => ({ ok: false, status: 502, text: async () => '' })
    const { error } = (await createVerifier({ ...expectations, jwksUrl: url, fetch: refusing }).verify(await first.sign())) as Refused
    expect(error.cause).toEqual(new Error(`${url} answered with status 502.`))
  })
  it('of other kinds are passed over', async () => {
    serve(
      { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'rsa' },
      { kty: 'EC' },
      { ...first.publicJwk, x: 'AAAA', kid: 'off-curve' },
      first.publicJwk,
    )
    const verify = setUp()
    expect(await verify(await first.sign())).toBe('ok')
    expect(await verify(await first.sign({}, { kid: 'off-curve' }))).toBe('signature')
  })
})

describe('a verifier', () => {
  it('needs no network after its first look', async () => {
    const verifier = createVerifier({ ...expectations, jwksUrl: url, fetch })
    expect(await verifier.verify(await first.sign())).toMatchObject({ ok: true })
    away()
    expect(await verifier.verify(await first.sign())).toMatchObject({ ok: true })
    expect(fetches).toBe(1)
  })
  it('takes other expectations for a single call, and rejects those that make no sense', async () => {
    const verifier = createVerifier({ ...expectations, jwksUrl: url, fetch })
    const token = await first.sign()
    expect(await verifier.verify(token, { action: 'checkout' })).toMatchObject({ error: { code: 'action-mismatch' } })
    await expect(verifier.verify(token, { audience: '' })).rejects.toThrow(TypeError)
  })
  it.each(['dpop', 'revocations', 'jwks', 'jwksUrl', 'fetch', 'now'])(
    'does not let a call believe that it has changed %s',
    async (name) => {
      const verifier = createVerifier({ ...expectations, jwksUrl: url, fetch })
      await expect(verifier.verify(await first.sign(), { [name]: true })).rejects.toThrow(`${name}: give it to createVerifier.`)
    },
  )
  it('in one call remembers the keys between calls, too', async () => {
    for (let i = 0; i < 3; i++) {
      expect(await verifyVerdict(await first.sign(), { ...expectations, jwksUrl: new URL(url), fetch })).toMatchObject({ ok: true })
    }
    expect(fetches).toBe(1)
  })
})
