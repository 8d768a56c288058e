import { beforeEach, describe, expect, it } from 'vitest'
import { createSessionSite, type SessionSite } from '../../testing/session-site.js'
import { verdictToken } from '../../testing/verdict-token.js'

let site: SessionSite
beforeEach(async () => {
  site = await createSessionSite()
})

describe('POST /v1/sessions/{token}/logged-in', () => {
  const logIn = async (token: string) => {
    const response = await site.backend('POST', `/v1/sessions/${token}/logged-in`)
    return [response.status, await response.json()]
  }

  it('notes it once, and it speaks a little for a person', async () => {
    const token = await site.scored({})
    const before = (await site.verdict(token)) as { score: number }
    const at = new Date(site.now() * 1000).toISOString()
    expect(await logIn(token)).toEqual([200, { logged_in: true, asserted_at: at }])
    expect(((await site.verdict(token)) as { score: number }).score).toBeGreaterThan(before.score)
    site.pass(100)
    expect(await logIn(token)).toEqual([200, { logged_in: true, asserted_at: at }])
  })

  it('excuses no library', async () => {
    const token = await site.scored({}, null, { 'user-agent': 'curl/8' })
    await logIn(token)
    expect(await site.verdict(token)).toMatchObject({ verdict: 'definite' })
  })

  it('is 404 for a session that nobody knows, to be tried again', async () => {
    expect(await logIn('sess_unknown')).toMatchObject([404, { code: 'NOT_FOUND', retry_after: 1 }])
  })

  it('knows sessions that our collector attested', async () => {
    const { session } = await verdictToken(site)
    expect((await logIn(session))[0]).toBe(200)
  })
})

describe('DELETE /v1/sessions/{token}', () => {
  it('forgets all of it at once: what waits, what was scored and what was attested', async () => {
    const { session } = await verdictToken(site)
    await site.scored({}, session)
    expect(await site.verdict(session)).toMatchObject({ verdict: 'likely_human' })
    const response = await site.backend('DELETE', `/v1/sessions/${session}`)
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(await site.verdict(session)).toMatchObject({ verdict: 'not_computed' })
    expect(await site.stores.verdicts.latest(site.project.id, session)).toBeUndefined()
  })

  it('says the same of one that nobody knows, and reaches no other project', async () => {
    expect((await site.backend('DELETE', '/v1/sessions/sess_unknown')).status).toBe(204)
    const other = await createSessionSite({ stores: site.stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    const token = await other.scored({})
    await site.backend('DELETE', `/v1/sessions/${token}`)
    expect(await other.verdict(token)).toMatchObject({ verdict: 'likely_human' })
  })

  it('is for the private key alone', async () => {
    expect((await site.backend('DELETE', '/v1/sessions/x', undefined, { authorization: '' })).status).toBe(401)
  })
})

describe('GET /v1/detections', () => {
  it('lists every detection by number, with its kind', async () => {
    const { data } = (await (await site.app.request('/v1/detections')).json()) as { data: { id: number; name: string; kind: string }[] }
    expect(data.find(({ id }) => id === 102)).toMatchObject({ name: 'http_library', kind: 'heuristics' })
    expect(data.find(({ id }) => id === 607)).toMatchObject({ kind: 'protocol' })
  })
})

describe('addresses of the surface that nobody serves', () => {
  it('are 404 and 405 in its words', async () => {
    const missing = await site.app.request('/v1/sessions/x/nothing')
    expect([missing.status, await missing.json()]).toMatchObject([404, { code: 'NOT_FOUND' }])
    const method = await site.app.request('/v1/events')
    expect([method.status, method.headers.get('allow'), await method.json()]).toMatchObject([
      405,
      'POST, OPTIONS',
      { code: 'METHOD_NOT_ALLOWED' },
    ])
  })
})
