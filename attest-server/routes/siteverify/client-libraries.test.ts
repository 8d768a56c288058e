import turnstilePlugin from '@cloudflare/pages-plugin-turnstile'
import { RecaptchaV2, RecaptchaV3 } from 'express-recaptcha'
import { verify as verifyHcaptcha } from 'hcaptcha'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type MovedAddresses, moveAddresses } from '../../testing/move-addresses.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'

/** As the table in docs/siteverify.md says it; `hcaptcha` asks the older of that service's two names. */
const moved = {
  'https://www.google.com/recaptcha/api/siteverify': '/recaptcha/api/siteverify',
  'https://challenges.cloudflare.com/turnstile/v0/siteverify': '/turnstile/v0/siteverify',
  'https://hcaptcha.com/siteverify': '/hcaptcha/siteverify',
}

/** What a library made of an answer. */
interface Told {
  readonly success: boolean
  readonly codes: readonly string[]
  readonly [field: string]: unknown
}

interface Library {
  readonly name: string
  ask(secret: string, token: string): Promise<Told>
  /** Codes of a verdict that was asked for before, of one that has expired, and of none at all. */
  readonly codes: { readonly used: string; readonly expired: string; readonly none: string }
}

/** Both versions are one library: middleware for forms that were sent to Express. */
const askRecaptcha =
  (Version: typeof RecaptchaV2 | typeof RecaptchaV3): Library['ask'] =>
  (secret, token) =>
    new Promise((resolve) =>
      new Version('pk_site', secret).verify({ body: { 'g-recaptcha-response': token } } as never, (error, data) =>
        resolve({ ...data, success: !error, codes: error ? [error] : [] }),
      ),
    )

async function askHcaptcha(secret: string, token: string): Promise<Told> {
  const { 'error-codes': codes = [], ...rest } = await verifyHcaptcha(secret, token)
  return { ...rest, codes }
}

/** A form that was sent to a page in front of which the plugin stands; `next` is the page. */
async function sendForm(token: string, args: { readonly secret: string; readonly idempotency_key?: string }) {
  const data: { turnstile?: Readonly<Record<string, unknown>> } = {}
  const body = new FormData()
  body.append('cf-turnstile-response', token)
  const request = new Request('https://shop.example/sign-up', { method: 'POST', body })
  const ignore = () => {}
  const visit = { request, data, env: {}, functionPath: '/sign-up', waitUntil: ignore, passThroughOnException: ignore }
  const plugin = turnstilePlugin(args) as unknown as (visit: object) => Promise<Response>
  const page = await plugin({ ...visit, next: async () => new Response('welcome') })
  return { page, told: data.turnstile ?? {} }
}

async function askTurnstile(secret: string, token: string): Promise<Told> {
  const { page, told } = await sendForm(token, { secret })
  const { success, 'error-codes': codes, ...rest } = told
  expect(await page.text()).toContain(success ? 'welcome' : 'Could not confirm your humanity')
  return { ...rest, success: success === true, codes: codes as string[] }
}

const old = 'timeout-or-duplicate'
/** This library writes `response=null` where there is no token. */
const recaptchaCodes = { used: old, expired: old, none: 'invalid-input-response' }
const libraries: readonly Library[] = [
  { name: 'express-recaptcha (v2)', ask: askRecaptcha(RecaptchaV2), codes: recaptchaCodes },
  { name: 'express-recaptcha (v3)', ask: askRecaptcha(RecaptchaV3), codes: recaptchaCodes },
  {
    name: 'hcaptcha',
    ask: askHcaptcha,
    codes: { used: 'already-seen-response', expired: 'expired-input-response', none: 'missing-input-response' },
  },
  {
    name: '@cloudflare/pages-plugin-turnstile',
    ask: askTurnstile,
    codes: { used: old, expired: old, none: 'missing-input-response' },
  },
]

let server: TestServer
let service: MovedAddresses
beforeEach(async () => {
  server = await createTestServer()
  service = await moveAddresses(server.app, moved)
})
afterEach(() => service.stop())
const newToken = async () => (await verdictToken(server)).token

describe.each(libraries)('$name, as it came from the registry', ({ ask, codes }) => {
  it('lets a visitor pass, once', async () => {
    const token = await newToken()
    expect(await ask(server.secretKey, token)).toMatchObject({ success: true, codes: [], hostname: 'shop.example' })
    expect(await ask(server.secretKey, token)).toMatchObject({ success: false, codes: [codes.used] })
  })

  it('is told of a verdict that has expired', async () => {
    const token = await newToken()
    server.pass(120)
    expect(await ask(server.secretKey, token)).toMatchObject({ success: false, codes: [codes.expired] })
  })

  it('is told of what is no verdict, and of none', async () => {
    expect(await ask(server.secretKey, 'not a verdict')).toMatchObject({ success: false, codes: ['invalid-input-response'] })
    expect(await ask(server.secretKey, '')).toMatchObject({ success: false, codes: [codes.none] })
  })

  it('is told of a secret that is not one, and may ask again with the right one', async () => {
    const token = await newToken()
    expect(await ask('sk_wrong', token)).toMatchObject({ success: false, codes: ['invalid-input-secret'] })
    expect(await ask(server.secretKey, token)).toMatchObject({ success: true })
  })
})

describe('what only one of the libraries has', () => {
  it('reCAPTCHA v3 reads a score whose 1 is a person, and the action', async () => {
    const { token, score } = await verdictToken(server)
    const expected = { success: true, score: Math.round((1 - score) * 100) / 100, action: 'sign-up' }
    expect(await askRecaptcha(RecaptchaV3)(server.secretKey, token)).toMatchObject(expected)
  })

  it('hCaptcha reads a score whose 1 is a threat, and holds to a site key', async () => {
    const { token, score } = await verdictToken(server)
    const other = await verifyHcaptcha(server.secretKey, token, '203.0.113.7', 'pk_CCCCCCCCCCCCCCCCCCCCCC')
    expect(other).toMatchObject({ success: false, 'error-codes': ['sitekey-secret-mismatch'] })
    const answer = await verifyHcaptcha(server.secretKey, token, '203.0.113.7', server.project.siteKey)
    expect(answer).toMatchObject({ success: true, score, score_reason: [], challenge_ts: expect.any(String) })
  })

  it.each([askHcaptcha, askTurnstile])('is told that there is no secret', async (ask) => {
    expect(await ask('', await newToken())).toMatchObject({ success: false, codes: ['missing-input-secret'] })
  })

  it('Turnstile may make one attempt many times at once', async () => {
    const token = await newToken()
    const args = { secret: server.secretKey, idempotency_key: '00000000-0000-4000-8000-000000000001' }
    const tries = await Promise.all(Array.from({ length: 10 }, () => sendForm(token, args)))
    expect(tries.map(({ told }) => told)).toEqual(Array(10).fill({ ...tries[0]!.told, success: true }))
    const { page } = await sendForm(token, { ...args, idempotency_key: '00000000-0000-4000-8000-000000000002' })
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining('already been validated before')])
  })
})
