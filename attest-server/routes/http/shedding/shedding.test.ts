import { beforeAll, describe, expect, it } from 'vitest'
import { createTestServer, ORIGIN, type TestServer } from '../../../testing/test-server.js'
import { visit } from '../../../testing/visit.js'

/** Ms of work that requests have waited for. */
let late = 0
let server: TestServer
beforeAll(async () => {
  server = await createTestServer()
  const request = server.app.request.bind(server.app)
  Object.assign(server.app, { request: (path: string, init: RequestInit) => request(path, init, { wait: { ms: 2 * late, work: late } }) })
})

const ask = async (path: string, init: RequestInit = {}) => server.app.request(path, init)
const challenge = () => server.post('/v1/challenge', { siteKey: server.project.siteKey })
const statusesAt = async (ms: number) => {
  late = ms
  const authorization = { headers: { authorization: `Bearer ${server.secretKey}` } }
  const answers = [
    await challenge(),
    await server.post('/v1/attest', {}),
    await ask('/v1/verdicts/AAAAA-AAAAA', authorization),
    await ask('/siteverify', { method: 'POST' }),
    await ask('/healthz'),
    await ask('/.well-known/jwks.json'),
  ]
  return answers.map(({ status }) => status)
}

describe('a server that has more to do than it can', () => {
  it('refuses who begins first, then who goes on, then what is read; never its health and its keys', async () => {
    expect(await statusesAt(0)).toEqual([200, 400, 404, 200, 200, 200])
    expect(await statusesAt(251)).toEqual([503, 400, 404, 200, 200, 200])
    expect(await statusesAt(501)).toEqual([503, 503, 404, 200, 200, 200])
    expect(await statusesAt(2001)).toEqual([503, 503, 503, 503, 200, 200])
  })

  it('says so as a page can read it, when to come again, and why in its log', async () => {
    late = 500
    const response = await challenge()
    expect(response.headers.get('retry-after')).toBe('1')
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.json()).toMatchObject({ code: 'unavailable', retry: true })
    expect(server.log.at(-1)).toMatchObject({ route: '/v1/challenge', status: 503, reason: 'overloaded' })
  })

  it('answers in the words of each surface', async () => {
    late = 3000
    const response = await ask('/score', { method: 'POST' })
    expect([response.status, await response.json()]).toEqual([503, { detail: expect.any(String) }])
  })

  it('lets pass where it is asked what to do about a session, as without a store', async () => {
    late = 3000
    const response = await ask('/v1/sessions/sess_a/verdict')
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ verdict: 'not_computed', action: 'allow' })])
    expect(server.log.at(-1)).toMatchObject({ route: '/v1/sessions/:token/verdict', status: 200, reason: 'overloaded' })
  })

  it('has spent nothing of what it refuses: the same challenge is good as soon as there is time', async () => {
    late = 0
    const page = await visit(server)
    const body = await page.body()
    late = 600
    expect((await page.attest(body)).status).toBe(503)
    late = 0
    expect((await page.attest(body)).status).toBe(200)
  })
})
