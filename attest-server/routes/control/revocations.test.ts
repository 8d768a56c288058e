import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { digestsOfVerdict, unpackDigests } from '../../../shared/wire/revocations.js'
import type { AttestResponse, VerdictClaims } from '../../../shared/wire/verdict.js'
import { accountToken } from '../../testing/account-token.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'

let server: TestServer
let token: string
beforeEach(async () => {
  server = await createTestServer()
  token = await accountToken(server)
})

async function revoke(body: unknown): Promise<[number, Record<string, unknown>]> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await server.app.request('/v1/projects/prj_test/revocations', { method: 'POST', headers, body: JSON.stringify(body) })
  return [response.status, (await response.json()) as Record<string, unknown>]
}
const list = (headers: Record<string, string> = {}) => server.app.request('/.well-known/vouchsafe-revocations', { headers })
const claimsOf = ({ token }: AttestResponse) => decodeJwt(token) as unknown as VerdictClaims

/** Which of the verdict's names are on the published list. */
async function listed(verdict: AttestResponse): Promise<string[]> {
  const { revoked } = decodeJwt(await (await list()).text())
  const digests = unpackDigests(revoked as string)
  if (!digests.ok) throw new Error(digests.error)
  const [jti, sub, jkt] = digestsOfVerdict(claimsOf(verdict))
  return Object.entries({ jti, sub, jkt }).flatMap(([name, digest]) => (digests.value.has(digest!) ? [name] : []))
}
async function siteverify({ token: response }: AttestResponse): Promise<unknown> {
  const body = new URLSearchParams({ secret: server.secretKey, response })
  return (await server.app.request('/siteverify', { method: 'POST', body })).json()
}
const report = (body: object) => {
  const headers = { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' }
  return server.app.request('/v1/outcomes', { method: 'POST', headers, body: JSON.stringify(body) })
}

describe('POST /v1/projects/{project}/revocations', () => {
  it.each([
    ['verdict', 'jti', ({ jti }: VerdictClaims) => jti],
    ['verdict', 'jti', ({ reference }: VerdictClaims) => reference.toLowerCase().replace('-', ' ')],
    ['session', 'sub', ({ sub }: VerdictClaims) => sub],
    ['device', 'jkt', ({ cnf }: VerdictClaims) => cnf?.jkt],
  ])('puts a %s on the list by its %s, for an hour and a minute', async (what, claim, nameOf) => {
    const verdict = await verdictToken(server)
    const until = new Date((Math.floor(server.now()) + 3660) * 1000).toISOString().replace('.000', '')
    expect(await revoke({ [what]: nameOf(claimsOf(verdict)) })).toEqual([201, { revoked: what, until }])
    expect(await listed(verdict)).toEqual([claim])
    expect(await listed(await verdictToken(server))).toEqual([])
    server.pass(3660)
    expect(await listed(verdict)).toEqual([])
  })

  it.each([
    {},
    { verdict: '7K3VM-Q2XR9', session: 'sess_AAAAAAAAAAAAAAAAAAAAAA' },
    { verdict: 'neither' },
    { session: 'sess_short' },
    { device: 'short' },
    { kid: 'A'.repeat(43) },
    { session: 5 },
  ])('takes nothing else: %j', async (body) => {
    expect(await revoke(body)).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
  })

  it('knows no verdict of another project by its reference', async () => {
    const other = await createTestServer({ stores: server.stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    const { reference } = await verdictToken(other)
    expect(await revoke({ verdict: reference })).toMatchObject([404, { code: 'NOT_FOUND' }])
  })

  it('says so when no more can be revoked, and lets nothing go for it', async () => {
    for (let i = 0; i < 1000; i++) await server.stores.revocations.add('prj_test', `${i}`, server.now() + 60, server.now())
    const verdict = await verdictToken(server)
    expect(await revoke({ session: verdict.session })).toMatchObject([409, { code: 'CONFLICT' }])
    expect(await server.stores.revocations.list(server.now())).toHaveLength(1000)
  })
})

describe('GET /.well-known/vouchsafe-revocations', () => {
  it('may be kept for some seconds by anybody, and is not sent twice', async () => {
    const first = await list()
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'application/jwt',
      'cache-control': 'public, max-age=5',
      'access-control-allow-origin': '*',
    })
    const tag = first.headers.get('etag')!
    expect([tag.startsWith('"'), (await list({ 'if-none-match': tag })).status]).toEqual([true, 304])
    await revoke({ session: (await verdictToken(server)).session })
    expect((await list({ 'if-none-match': tag })).status).toBe(200)
  })
})

describe('what is revoked', () => {
  it('is refused by siteverify', async () => {
    const verdict = await verdictToken(server)
    await revoke({ session: verdict.session })
    expect(await siteverify(verdict)).toMatchObject({ success: false, 'error-codes': ['invalid-input-response'] })
    expect(server.log.at(-1)?.reason).toBe('revoked')
    expect(await siteverify(await verdictToken(server))).toMatchObject({ success: true })
  })

  it.each([
    ['session', ({ session }: AttestResponse) => session],
    ['reference', ({ reference }: AttestResponse) => reference],
  ])(
    'is also a session that was allowed and is reported as a bot by its %s, for as long as a verdict of it may be good',
    async (name, of) => {
      const verdict = await verdictToken(server)
      expect(verdict.action).toBe('allow')
      await report({ [name]: of(verdict), outcome: 'person' })
      expect(await listed(verdict)).toEqual([])
      expect((await report({ [name]: of(verdict), outcome: 'bot' })).status).toBe(200)
      expect(await listed(verdict)).toEqual(['sub'])
      server.pass(3660)
      expect(await listed(verdict)).toEqual([])
      await report({ [name]: of(verdict), outcome: 'bot' })
      expect(await listed(verdict)).toEqual([])
    },
  )

  it('is no more by reports than half of what may be: the owner has the rest', async () => {
    const { revocations } = server.stores
    for (let i = 0; i < 500; i++) await revocations.add('prj_test', i.toString(16).padStart(16, '0'), server.now() + 60, server.now())
    const verdict = await verdictToken(server)
    expect((await report({ session: verdict.session, outcome: 'bot' })).status).toBe(200)
    expect(await listed(verdict)).toEqual([])
    expect(await revoke({ session: verdict.session })).toMatchObject([201, {}])
    expect(await listed(verdict)).toEqual(['sub'])
  })
})
