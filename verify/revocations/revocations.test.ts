import { beforeEach, describe, expect, it } from 'vitest'
import { digestOfKey, revocationDigest } from '../../shared/wire/revocations.js'
import type { Fetch } from '../fetch-text.js'
import { createVerifier, rememberOnce, type VerifyOptions, verifyVerdict } from '../index.js'
import { givenKeys } from '../key-source.js'
import { claims, ISSUER, makeIssuer, NOW, optionsFor, SITE_KEY } from '../testing/make-issuer.js'
import { type ListWishes, MINE, makeList } from '../testing/make-list.js'
import { createRevocations } from './create-revocations.js'
import type { RevocationSettings } from './options.js'

const issuer = await makeIssuer()
const second = await makeIssuer('ES256', 'key-2')
const jwks = { keys: [...issuer.jwks.keys, ...second.jwks.keys] }
const token = await issuer.sign()
const older = await makeList(issuer, { digests: [], change: { iat: NOW - 15 } })

const list = (wishes?: ListWishes) => makeList(issuer, wishes)

let text: () => string | Promise<string>
let asked: string[]
let time: number
let now: number
const fetch: Fetch = async (url) => {
  asked.push(url)
  const body = await text()
  return { ok: true, text: async () => body }
}
const serve = (body: string) => {
  text = () => body
}
const away = () => {
  text = () => Promise.reject(new TypeError('fetch failed'))
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

beforeEach(() => {
  asked = []
  time = 0
  now = NOW
})

/** On a clock of its own. @returns the code, or ok. */
function setUp(settings: true | RevocationSettings = true) {
  const expected = { issuer: ISSUER, now: () => now, fetch }
  const revocations = createRevocations(settings, expected, givenKeys(jwks), () => time)
  return async (verdict = token) => (await revocations.findFault(verdict, claims, now))?.code ?? 'ok'
}
/** Waits until a look that nobody waited for is over. */
async function later(ms: number, verify: () => Promise<string>): Promise<string> {
  time += ms
  await verify()
  await settle()
  return verify()
}

describe('a verdict is refused', () => {
  it.each([
    ['its jti', 'jti', SITE_KEY, claims.jti],
    ['its session', 'sub', SITE_KEY, claims.sub],
    ['its device key', 'jkt', SITE_KEY, claims.cnf!.jkt],
    ['its signing key', 'kid', '', 'key-1'],
  ] as const)('when %s is on the list', async (_name, kind, audience, value) => {
    serve(await list({ digests: ['0000000000000000', revocationDigest(kind, audience, value)], by: second }))
    expect(await setUp()()).toBe('revoked')
  })
  it.each([
    ['another project', revocationDigest('sub', 'pk_another', claims.sub)],
    ['another kind', revocationDigest('jti', SITE_KEY, claims.sub)],
    ['another key', digestOfKey('key-2')],
  ])('and not when that is of %s', async (_name, digest) => {
    serve(await list({ digests: [digest] }))
    expect(await setUp()()).toBe('ok')
  })
  it('by a list of five thousand, and of no entry it is not', async () => {
    const others = Array.from({ length: 5000 }, (_, i) => revocationDigest('sub', SITE_KEY, `${i}`))
    serve(await list({ digests: [...others, MINE] }))
    expect(await setUp()()).toBe('revoked')
    serve(await list({ digests: [] }))
    expect(await setUp()()).toBe('ok')
  })
})

describe('the list', () => {
  it('is asked for where the issuer publishes it, or elsewhere, or read by a function', async () => {
    serve(await list())
    await setUp()()
    await setUp({ list: new URL('https://mirror.example/list') })()
    expect(asked).toEqual([`${ISSUER}/.well-known/vouchsafe-revocations`, 'https://mirror.example/list'])
    const offline = await list()
    expect(await setUp({ list: async () => `${offline}\n` })()).toBe('revoked')
    expect(asked).toHaveLength(2)
  })
  it('is fetched once, however many verdicts arrive, and again every ten seconds or as one says', async () => {
    serve(await list({ digests: [] }))
    const verify = setUp()
    expect(await Promise.all(Array.from({ length: 50 }, () => verify()))).toEqual(Array(50).fill('ok'))
    time = 9_999
    await verify()
    expect(asked).toHaveLength(1)
    serve(await list())
    expect(await later(1, verify)).toBe('revoked')
    expect(asked).toHaveLength(2)
    const often = setUp({ every: 1 })
    await often()
    time += 1000
    await often()
    expect(asked).toHaveLength(4)
  })
  it('is waited for after a quiet spell', async () => {
    serve(await list({ digests: [] }))
    const verify = setUp()
    await verify()
    serve(await list())
    time = 20_000
    expect(await verify()).toBe('revoked')
  })
  it.each([
    ['found an older copy', 60, () => serve(older)],
    ['found an older copy', 3600, () => serve(older)],
    ['failed', 60, away],
    ['failed', 3600, away],
  ])('is waited for after a quiet spell even where the last look %s: %i s', async (_name, quiet, fail) => {
    serve(await list({ digests: [] }))
    const verify = setUp()
    await verify()
    fail()
    expect(await later(10_000, verify)).toBe('ok')
    time += quiet * 1000
    now += quiet
    serve(await list({ change: { iat: now, exp: now + 600 } }))
    expect(await verify()).toBe('revoked')
  })
  it('is looked at again, and waited for, when it has expired, however seldom one says', async () => {
    const expiring = await list({ digests: [] })
    serve(expiring)
    const verify = setUp({ every: 3600 })
    await verify()
    now = NOW + 605
    time = 605_000
    serve(await list({ change: { iat: now, exp: now + 600 } }))
    expect(await verify()).toBe('revoked')
    expect(asked).toHaveLength(2)
    now += 605
    serve(expiring)
    for (const _ of [1, 2, 3]) expect(await verify()).toBe('ok')
    expect(asked, 'a failure is not repeated at once').toHaveLength(3)
  })
  it('goes on being used while no newer one can be had, until it has expired', async () => {
    serve(await list())
    const verify = setUp()
    expect(await verify()).toBe('revoked')
    away()
    now = NOW + 604
    expect(await later(60_000, verify)).toBe('revoked')
    now = NOW + 605
    expect(await verify()).toBe('ok')
  })
  it('is not taken where it is older than one that was seen: nobody brings back what was good then, nor keeps the newest alive by it', async () => {
    const old = await list({ digests: [], change: { iat: NOW - 0.001, exp: NOW + 1200 } })
    serve(await list())
    const verify = setUp({ unavailable: 'refuse' })
    expect(await verify()).toBe('revoked')
    serve(old)
    expect(await later(20_000, verify)).toBe('revoked')
    now = NOW + 605
    expect(await later(20_000, verify)).toBe('revocations-unavailable')
    now = NOW
    serve(await list({ digests: [], change: { iat: NOW + 0.001 } }))
    expect(await later(20_000, verify)).toBe('ok')
  })
  it('is not taken where an earlier one has revoked its key', async () => {
    serve(await list({ digests: [digestOfKey('key-1'), MINE], by: second }))
    const verify = setUp()
    expect(await verify()).toBe('revoked')
    serve(await list({ digests: [], change: { iat: NOW + 1 } }))
    expect(await later(20_000, verify)).toBe('revoked')
  })
})

describe('without a list', () => {
  it('verdicts are accepted, and nobody waits again for what has just failed', async () => {
    away()
    const verify = setUp()
    expect(await verify()).toBe('ok')
    let answer = (_: string): void => undefined
    text = () => new Promise((resolve) => (answer = resolve))
    time = 19_999
    expect(await verify()).toBe('ok')
    answer(await list())
    await settle()
    expect(await verify()).toBe('revoked')
  })
  it('they are refused by whoever says so, and the cause is told', async () => {
    away()
    const revocations = createRevocations({ unavailable: 'refuse' }, { issuer: ISSUER, fetch }, givenKeys(jwks))
    expect(await revocations.findFault(token, claims, NOW)).toMatchObject({
      code: 'revocations-unavailable',
      cause: { message: 'fetch failed' },
    })
  })
})

describe('a verifier', () => {
  const options: VerifyOptions = { ...optionsFor(issuer), jwks, fetch }
  const codeOf = async (more: Partial<VerifyOptions>, verdict = token) => {
    const result = await createVerifier({ ...options, ...more } as VerifyOptions).verify(verdict)
    return result.ok ? 'ok' : result.error.code
  }

  it('asks for no list unless it is told to', async () => {
    serve(await list())
    expect([await codeOf({}), asked]).toEqual(['ok', []])
    expect(await codeOf({ revocations: true })).toBe('revoked')
  })
  it('asks for none because of what is refused anyway', async () => {
    serve(await list())
    expect(await codeOf({ revocations: true, action: 'checkout' })).toBe('action-mismatch')
    expect(asked).toEqual([])
  })
  it('does not use up what is revoked', async () => {
    const onceOnly = rememberOnce({ now: () => NOW })
    serve(await list())
    expect(await codeOf({ revocations: true, onceOnly })).toBe('revoked')
    expect(await codeOf({ onceOnly })).toBe('ok')
  })
  it.each([
    { revocations: 'yes' },
    { revocations: { list: 'list.jwt' } },
    { revocations: { every: 0 } },
    { revocations: { every: 3601 } },
    { revocations: { unavailable: 'open' } },
  ])('throws a TypeError for %j', (change) => {
    expect(() => createVerifier({ ...options, ...change } as VerifyOptions)).toThrow(TypeError)
  })
  it('is what it takes: one call has no memory', async () => {
    await expect(verifyVerdict(token, { ...options, revocations: true })).rejects.toThrow(TypeError)
  })
})
