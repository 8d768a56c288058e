import { beforeEach, describe, expect, it } from 'vitest'
import { clientCard } from '../../../shared/scorecard/client-card.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { browserHeaders, createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'
import { visit } from '../../testing/visit.js'
import { dialects } from './index.js'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer()
})

const [plain, recaptcha, turnstile, hcaptcha] = [
  '/siteverify',
  '/recaptcha/api/siteverify',
  '/turnstile/v0/siteverify',
  '/hcaptcha/siteverify',
] as const
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields)
const post = (path: string, body: BodyInit, headers: Readonly<Record<string, string>> = {}) =>
  server.app.request(path, { method: 'POST', body, headers })
const verify = async (path: string, fields: Readonly<Record<string, string>>) =>
  (await (await post(path, form(fields))).json()) as Record<string, unknown>
const both = async () => ({ secret: server.secretKey, response: (await verdictToken(server)).token })

/** A program in a browser's name. */
const disguise = {
  ...Object.fromEntries(Object.keys(browserHeaders).map((name) => [name, undefined])),
  'user-agent': browserHeaders['user-agent'],
  host: '127.0.0.1:8787',
  'sec-fetch-mode': 'cors',
  'accept-language': '*',
}

describe('siteverify', () => {
  it('has a path for each original', () => {
    expect(dialects.map(({ path }) => path)).toEqual([plain, recaptcha, turnstile, hcaptcha])
  })

  it('speaks as reCAPTCHA does', async () => {
    const { token, score } = await verdictToken(server)
    const issued = new Date(Math.floor(server.now()) * 1000).toISOString().replace('.000', '')
    expect(await verify(recaptcha, { secret: server.secretKey, response: token })).toEqual({
      success: true,
      score: Math.round((1 - score) * 100) / 100,
      action: 'sign-up',
      challenge_ts: issued,
      hostname: 'shop.example',
    })
  })

  it('speaks as Turnstile does', async () => {
    const issued = new Date((Math.floor(server.now()) + 1) * 1000).toISOString()
    expect(await verify(turnstile, await both())).toEqual({
      success: true,
      'error-codes': [],
      messages: [],
      challenge_ts: issued,
      hostname: 'shop.example',
      action: 'sign-up',
      cdata: '',
      metadata: {},
    })
  })

  it('speaks as hCaptcha does, whose score runs the other way', async () => {
    const { token, score } = await verdictToken(server)
    const answer = await verify(hcaptcha, { secret: server.secretKey, response: token })
    expect(answer).toMatchObject({ success: true, hostname: 'shop.example', score, score_reason: [] })
    const another = (await verdictToken(server)).token
    const mirrored = await verify(recaptcha, { secret: server.secretKey, response: another })
    expect((answer.score as number) + (mirrored.score as number)).toBeCloseTo(1)
  })

  it('takes forms, JSON, multipart and what stands in the address', async () => {
    const multipart = new FormData()
    for (const [name, value] of Object.entries(await both())) multipart.append(name, value)
    const answers = [
      await post(plain, form(await both())),
      await post(plain, JSON.stringify(await both()), { 'content-type': 'application/json' }),
      await post(plain, multipart),
      await server.app.request(`${plain}?${form(await both())}`, { method: 'POST' }),
    ]
    for (const answer of answers) expect([answer.status, await answer.json()]).toMatchObject([200, { success: true }])
  })

  it.each([
    [recaptcha, 'timeout-or-duplicate', 'timeout-or-duplicate', 'invalid-input-response'],
    [turnstile, 'timeout-or-duplicate', 'timeout-or-duplicate', 'invalid-input-response'],
    [hcaptcha, 'already-seen-response', 'expired-input-response', 'sitekey-secret-mismatch'],
  ])('%s names a second use, an old verdict and another project’s', async (path, used, expired, foreign) => {
    const twice = await both()
    await verify(path, twice)
    expect(await verify(path, twice)).toMatchObject({ success: false, 'error-codes': [used] })
    const old = await both()
    server.pass(120)
    expect(await verify(path, old)).toMatchObject({ success: false, 'error-codes': [expired] })
    const other = await createTestServer({ stores: server.stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    const theirs = { ...(await both()), secret: other.secretKey }
    expect(await verify(path, theirs)).toMatchObject({ success: false, 'error-codes': [foreign] })
  })

  it('takes no test key’s verdict, whoever’s secret is shown with it', async () => {
    const page = await visit(server, ORIGIN, { siteKey: 'pk_test_allow' })
    const { token } = (await (await page.attest(await page.body())).json()) as AttestResponse
    expect(await verify(plain, { secret: server.secretKey, response: token })).toMatchObject({
      success: false,
      'error-codes': ['invalid-input-response'],
    })
  })

  it('does not use up a verdict that another project’s secret was shown with', async () => {
    const other = await createTestServer({ stores: server.stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    const mine = await both()
    await verify(plain, { ...mine, secret: other.secretKey })
    expect(await verify(plain, mine)).toMatchObject({ success: true })
  })

  it.each([
    [{}, ['missing-input-response', 'missing-input-secret']],
    [{ secret: '', response: 'x' }, ['missing-input-secret']],
    [{ secret: 'x', response: '' }, ['missing-input-response']],
    [{ secret: 'sk_unknown', response: 'x' }, ['invalid-input-secret']],
    [{ secret: `sk_${'A'.repeat(11)}_${'A'.repeat(32)}`, response: 'x' }, ['invalid-input-secret']],
    [{ secret: 'x'.repeat(5000), response: 'x' }, ['bad-request']],
    [{ secret: 'x', response: 'x', idempotency_key: 'no uuid' }, ['bad-request']],
  ])('says what is wrong with %j', async (fields, codes) => {
    for (const { path } of dialects)
      expect(await verify(path, fields as Record<string, string>)).toMatchObject({ success: false, 'error-codes': codes })
  })

  it('believes no token but its own verdicts', async () => {
    const { challenge } = await server.challenge()
    const { token } = await verdictToken(server)
    const [header, payload, signature] = token.split('.') as [string, string, string]
    const forged = [
      `${header}.${btoa('{}').replace(/=+$/, '')}.${signature}`,
      `${header}.${payload}.`,
      challenge,
      'a.b.c',
      '...',
      'A'.repeat(4096),
    ]
    for (const response of forged) {
      expect(await verify(plain, { secret: server.secretKey, response })).toMatchObject({
        success: false,
        'error-codes': ['invalid-input-response'],
      })
    }
  })

  it('does not succeed for a verdict that does not allow, and says what it knows', async () => {
    const { token, action } = await verdictToken(server, disguise)
    expect(action).toBe('challenge')
    const answer = await verify(plain, { secret: server.secretKey, response: token })
    expect(answer).toMatchObject({
      success: false,
      'error-codes': ['invalid-input-response'],
      verdict: 'challenge',
      hostname: 'shop.example',
    })
    expect(answer.score).toBeLessThan(0.5)
  })

  it('takes what nothing signed only where the project lets visitors without JavaScript pass', async () => {
    for (const [noscript, success] of [
      [true, true],
      [false, false],
    ] as const) {
      const shop = await createTestServer({ project: { noscript } })
      const page = await visit(shop)
      shop.pass(2)
      const mute = await page.body({ tells: '9'.repeat(page.claims().tells.length), llr: clientCard.prior })
      const { token, assurance } = (await (await page.attest(mute)).json()) as AttestResponse
      expect(assurance).toBe('noscript')
      const body = form({ secret: shop.secretKey, response: token })
      const answer = await (await shop.app.request(recaptcha, { method: 'POST', body })).json()
      expect(answer, `noscript ${noscript}`).toMatchObject(success ? { success } : { success, 'error-codes': ['invalid-input-response'] })
    }
  })

  it('answers the same attempt again, and nobody else’s', async () => {
    const fields = { ...(await both()), idempotency_key: '00000000-0000-4000-8000-000000000001' }
    const first = await verify(turnstile, fields)
    expect(first).toMatchObject({ success: true })
    expect(await verify(turnstile, fields)).toEqual(first)
    const another = { ...fields, idempotency_key: '00000000-0000-4000-8000-000000000002' }
    for (let i = 0; i < 3; i++) expect(await verify(turnstile, another)).toMatchObject({ 'error-codes': ['timeout-or-duplicate'] })
    expect(await verify(turnstile, fields)).toEqual(first)
    server.pass(120)
    expect(await verify(turnstile, fields)).toMatchObject({ 'error-codes': ['timeout-or-duplicate'] })
  })

  it('gives one of many parallel callers the verdict', async () => {
    const fields = await both()
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(plain, fields)))
    expect(answers.filter(({ success }) => success)).toHaveLength(1)
  })

  it('holds to the site key that the caller expects', async () => {
    const fields = await both()
    const wrong = await verify(hcaptcha, { ...fields, sitekey: 'pk_CCCCCCCCCCCCCCCCCCCCCC' })
    expect(wrong).toMatchObject({ success: false, 'error-codes': ['sitekey-secret-mismatch'] })
    expect(await verify(hcaptcha, { ...fields, sitekey: server.project.siteKey })).toMatchObject({ success: true })
  })

  it('keeps its words where no handler is asked', async () => {
    const answers = [
      await server.app.request(recaptcha),
      await server.app.request('/turnstile/v1/nothing'),
      await post(plain, '{', { 'content-type': 'application/json' }),
      await post(plain, 'x', { 'content-type': 'text/csv' }),
      await post(plain, form({ response: 'x'.repeat(9000) })),
    ]
    expect(answers.map(({ status }) => status)).toEqual([405, 404, 200, 415, 413])
    for (const answer of answers) expect(await answer.json()).toEqual({ success: false, 'error-codes': ['bad-request'] })
    expect(answers[0]!.headers.get('allow')).toBe('POST')
  })

  it('says how much room there is', async () => {
    const answer = await post(plain, form(await both()))
    expect(answer.headers.get('ratelimit-limit')).toBe('60000')
    const unknown = await post(plain, form({ secret: 'x', response: 'x' }))
    expect([unknown.headers.get('ratelimit-limit'), unknown.headers.get('ratelimit-remaining')]).toEqual(['6000', '5999'])
  })

  it('logs why, and nothing that is secret', async () => {
    const fields = await both()
    await verify(plain, fields)
    await verify(plain, fields)
    expect(server.log.at(-1)).toMatchObject({ route: plain, reason: 'used' })
    const text = JSON.stringify(server.log)
    for (const secret of Object.values(fields)) expect(text).not.toContain(secret)
    expect(text).not.toContain(ORIGIN)
  })
})
