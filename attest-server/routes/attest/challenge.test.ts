import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ChallengeResponse } from '../../../shared/wire/challenge.js'
import { createTestServer, ORIGIN, type TestServer } from '../../testing/test-server.js'

let server: TestServer
beforeEach(async () => {
  server = await createTestServer({ settings: { pow: { count: 16, difficulty: 1000 } } })
})

const ask = (request: object = {}, headers = {}) => server.post('/v1/challenge', { siteKey: server.project.siteKey, ...request }, headers)

describe('POST /v1/challenge', () => {
  it('issues a challenge that says all, and stores nothing but that there were some', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(response.headers.get('vary')).toContain('Origin')
    const answer = (await response.json()) as ChallengeResponse
    expect(answer).toMatchObject({ expiresIn: 300, now: server.now(), pow: { count: 16, difficulty: 1000 }, enforce: true })
    const claims = decodeJwt(answer.challenge)
    expect(claims).toMatchObject({ jti: answer.nonce, sub: answer.session, aud: server.project.siteKey, origin: ORIGIN, round: 0 })
    for (let i = 0; i < 50; i++) await ask()
    expect(await server.stores.prune(9e9)).toBe(1)
  })

  it('goes on with a session, and starts one where there is none', async () => {
    const first = (await (await ask()).json()) as ChallengeResponse
    expect(first.session).toMatch(/^sess_[\w-]{22}$/)
    const second = (await (await ask({ session: first.session })).json()) as ChallengeResponse
    expect(second.session).toBe(first.session)
    expect(second.nonce).not.toBe(first.nonce)
  })

  it.each([
    [0, 1000],
    [1, 4000],
    [2, 8000],
  ])('asks for more work in round %d', async (round, difficulty) => {
    expect(((await (await ask({ round })).json()) as ChallengeResponse).pow).toEqual({ count: 16, difficulty })
  })

  it('tells pages whether they may enforce', async () => {
    await server.stores.projects.change(server.project.id, { enforce: false })
    expect(((await (await ask()).json()) as ChallengeResponse).enforce).toBe(false)
  })

  it('tells pages whom the project names for people who need help', async () => {
    expect(await (await ask()).json()).toMatchObject({ contact: 'mailto:help@shop.example' })
    const nameless = await server.post('/v1/challenge', { siteKey: 'pk_test_allow' })
    expect(await nameless.json()).not.toHaveProperty('contact')
  })

  it('refuses an unknown key in a way that a developer can read', async () => {
    const response = await ask({ siteKey: 'pk_unknown_key' })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, ORIGIN])
    expect(await response.json()).toMatchObject({ code: 'unauthorized', type: 'urn:vouchsafe:problem:unauthorized' })
  })

  it('refuses an origin that is not the project’s, unreadably', async () => {
    const response = await ask({}, { origin: 'https://evil.example' })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect((await ask({}, { origin: undefined })).status).toBe(403)
  })

  it('names the field that is wrong', async () => {
    const detail = async (request: object) => ((await (await ask(request)).json()) as { detail?: string }).detail
    expect(await detail({ round: 3 })).toBe('Malformed: request.round.')
    expect(await detail({ session: 'mine' })).toBe('Malformed: request.session.')
    expect(await detail({ colour: 1 })).toBe('Unknown field: request.colour.')
  })

  it('answers a preflight for every origin, without credentials', async () => {
    const headers = { origin: 'https://any.example', 'access-control-request-method': 'POST' }
    const response = await server.app.request('/v1/challenge', { method: 'OPTIONS', headers })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://any.example')
    expect(response.headers.get('access-control-allow-methods')).toBe('POST')
    expect(response.headers.get('access-control-max-age')).toBe('7200')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })
})
