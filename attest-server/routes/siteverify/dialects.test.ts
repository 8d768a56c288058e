import { beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import type { Stores } from '../../stores/ports.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'
import type { Dialect } from './dialect.js'
import { hcaptcha } from './dialects/hcaptcha.js'
import { plain } from './dialects/plain.js'
import { recaptcha } from './dialects/recaptcha.js'
import { turnstile } from './dialects/turnstile.js'
import { dialects } from './index.js'

/** https://developers.google.com/recaptcha/docs/verify#error_code_reference */
const ofRecaptcha = [
  'missing-input-secret',
  'invalid-input-secret',
  'missing-input-response',
  'invalid-input-response',
  'bad-request',
  'timeout-or-duplicate',
]
/** https://developers.cloudflare.com/turnstile/get-started/server-side-validation/#error-codes */
const ofTurnstile = [...ofRecaptcha, 'internal-error']
/** https://docs.hcaptcha.com/#siteverify-error-codes-table, but for what it says of test keys and of `remoteip`. */
const ofHcaptcha = [
  ...ofRecaptcha.filter((code) => code !== 'timeout-or-duplicate'),
  'expired-input-response',
  'already-seen-response',
  'sitekey-secret-mismatch',
]

/** Fields of a success as the three documents have them; of hCaptcha also those that Enterprise has. */
const fields = {
  recaptcha: ['success', 'score', 'action', 'challenge_ts', 'hostname', 'error-codes'],
  turnstile: ['success', 'challenge_ts', 'hostname', 'error-codes', 'action', 'cdata', 'metadata', 'messages'],
  hcaptcha: ['success', 'challenge_ts', 'hostname', 'credit', 'error-codes', 'score', 'score_reason'],
}

/** Keeps what it is told at once, and answers whoever was first with a verdict after all others, as a database may that several share. */
function answeringTheFirstLast(stores: Stores): Stores {
  const asked = new Set<string>()
  const claimOnce: Stores['replays']['claimOnce'] = async (id, ...rest) => {
    const isFirst = id.startsWith('siteverify:') && !asked.has(id)
    asked.add(id)
    const answer = await stores.replays.claimOnce(id, ...rest)
    if (isFirst) await new Promise((resolve) => setTimeout(resolve, 100))
    return answer
  }
  return { ...stores, replays: { claimOnce } }
}

let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ stores: answeringTheFirstLast(openMemoryStores()) })
})
const both = async () => ({ secret: server.secretKey, response: (await verdictToken(server)).token })
const askJson = async ({ path }: Dialect, body: object) => {
  const answer = await server.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Record<string, unknown>
}

describe('the words of each original', () => {
  it.each([
    [recaptcha, ofRecaptcha, fields.recaptcha],
    [turnstile, ofTurnstile, fields.turnstile],
    [hcaptcha, ofHcaptcha, fields.hcaptcha],
    [plain, ofRecaptcha, [...fields.recaptcha, 'cdata', 'verdict', 'assurance', 'reference']],
  ])('$id says no code and no field that its document does not have', async (dialect, codes, known) => {
    expect(codes).toEqual(expect.arrayContaining(Object.values(dialect.codes)))
    const answer = await askJson(dialect, await both())
    expect(answer.success).toBe(true)
    expect(known).toEqual(expect.arrayContaining(Object.keys(answer)))
  })

  it.each([
    [recaptcha, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
    [hcaptcha, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
    [turnstile, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/],
  ])('$id writes times as it is documented', async (dialect, pattern) => {
    expect((await askJson(dialect, await both())).challenge_ts).toMatch(pattern)
  })
})

describe('a request in JSON', () => {
  it.each(dialects)('of $id may say null, or nothing between quotes, of what it does not know', async (dialect) => {
    const unknown = { remoteip: null, sitekey: null, idempotency_key: null }
    expect(await askJson(dialect, { ...(await both()), ...unknown })).toMatchObject({ success: true })
    const empty = { remoteip: '', sitekey: '', idempotency_key: '' }
    expect(await askJson(dialect, { ...(await both()), ...empty })).toMatchObject({ success: true })
    expect(await askJson(dialect, { secret: server.secretKey, response: null })).toMatchObject({
      success: false,
      'error-codes': ['missing-input-response'],
    })
  })
})

describe('the same attempt, many times at once', () => {
  const key = (n: number) => `abcdef00-0000-4000-8000-00000000000${n}`

  it.each(dialects)('is answered the same by $id, as of one caller', async (dialect) => {
    const fields = { ...(await both()), idempotency_key: key(0) }
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, () => askJson(dialect, fields)))
    expect(first).toMatchObject({ success: true })
    for (const answer of others) expect(answer).toEqual(first)
    expect(await askJson(dialect, { ...fields, idempotency_key: key(0).toUpperCase() })).toEqual(first)
  })

  it('is one of several that are made at once: the others, and who names none, come second', async () => {
    const fields = await both()
    const keys = [key(1), key(2), undefined]
    const tries = Array.from({ length: 30 }, (_, i) => keys[i % keys.length])
    const answers = await Promise.all(tries.map((idempotency_key) => askJson(turnstile, { ...fields, idempotency_key })))
    const winners = new Set(tries.filter((_, i) => answers[i]!.success))
    expect(winners.size).toBe(1)
    for (const [i, name] of tries.entries()) {
      if (winners.has(name) && name !== undefined) expect(answers[i]!.success).toBe(true)
      if (!winners.has(name)) expect(answers[i]).toMatchObject({ success: false, 'error-codes': ['timeout-or-duplicate'] })
    }
  })
})
