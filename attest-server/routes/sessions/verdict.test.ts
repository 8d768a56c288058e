import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { StoreUnavailable } from '../../stores/ports.js'
import { addRule } from '../../testing/add-rule.js'
import { createSessionSite, type SessionSite } from '../../testing/session-site.js'
import { verdictToken } from '../../testing/verdict-token.js'

const FAIL_OPEN =
  '{"verdict":"not_computed","score":0,"action":"allow","detection_ids":[],"reason":"Score not available; allowing by default."}'
const LIBRARY = { 'user-agent': 'curl/8.5.0' }

let site: SessionSite
beforeEach(async () => {
  site = await createSessionSite()
})

const exact = async (token: string) => {
  const response = await site.backend('GET', `/v1/sessions/${token}/verdict`)
  return [response.status, await response.text()]
}

describe('GET /v1/sessions/{token}/verdict fails open, always 200, with the exact body', () => {
  it.each(['sess_unknown', 'x'.repeat(4000), '%00', 'a%20b', '__proto__'])('for the token %s', async (token) => {
    expect(await exact(token)).toEqual([200, FAIL_OPEN])
  })

  it('for a session that is not scored yet, and does not remember that', async () => {
    const response = await site.send({
      session_token: 'sess_1',
      events: [{ request_id: 'r', type: 'page', received_at: '2026-11-21T12:00:00Z', payload: {} }],
    })
    expect(response.status).toBe(202)
    expect(await exact('sess_1')).toEqual([200, FAIL_OPEN])
    await site.score()
    expect(await site.verdict('sess_1')).toMatchObject({ verdict: 'likely_human', score: 90 })
  })

  it('for another project’s session', async () => {
    const other = await createSessionSite({ stores: site.stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    const token = await other.scored({})
    expect(await other.verdict(token)).toMatchObject({ verdict: 'likely_human' })
    expect(await exact(token)).toEqual([200, FAIL_OPEN])
  })

  it('for any error of the store', async () => {
    const stores = openMemoryStores()
    const of = () => Promise.reject(new StoreUnavailable(new Error('locked')))
    site = await createSessionSite({ stores: { ...stores, settings: { ...stores.settings, of } } })
    expect(await exact('sess_1')).toEqual([200, FAIL_OPEN])
    expect(site.log.some(({ event }) => event === 'verdict-failed-open') || JSON.stringify(site.log).includes('verdict-failed-open')).toBe(
      true,
    )
  })

  it('also where the store cannot even say whose key it is', async () => {
    const stores = openMemoryStores()
    const secretByLookup = vi.fn(stores.projects.secretByLookup)
    site = await createSessionSite({ stores: { ...stores, projects: { ...stores.projects, secretByLookup } } })
    secretByLookup.mockRejectedValue(new StoreUnavailable(new Error('away')))
    expect(await exact('sess_1')).toEqual([200, FAIL_OPEN])
    expect(secretByLookup).toHaveBeenCalled()
    expect(JSON.stringify(site.log)).toContain('verdict-failed-open')
  })

  it('for a context that is too long, which is unknown then', async () => {
    await addRule(site, 'path == null', 'block')
    const token = await site.scored({})
    expect(await site.verdict(token, { path: `/${'x'.repeat(2048)}` })).toMatchObject({ action: 'block' })
  })

  it('and is 401 without the private key', async () => {
    for (const key of ['', site.project.siteKey, 'sk_nope']) {
      const response = await site.backend('GET', '/v1/sessions/x/verdict', undefined, { authorization: `Bearer ${key}` })
      expect([response.status, await response.json()]).toMatchObject([401, { code: 'UNAUTHENTICATED' }])
    }
    const named = { authorization: '', 'x-botect-private-key': site.secretKey }
    expect((await site.backend('GET', '/v1/sessions/x/verdict', undefined, named)).status).toBe(200)
  })
})

describe('a verdict', () => {
  it('of a person is clean', async () => {
    const token = await site.scored({ mouse_entropy: 0.7, mouse_moves: 200 })
    expect(await site.verdict(token)).toEqual({
      verdict: 'likely_human',
      score: 93,
      action: 'allow',
      detection_ids: [],
      reason: 'No rule or toggle applies.',
    })
  })

  it('of a library is definite, and only observed until the owner says otherwise', async () => {
    const token = await site.scored({}, null, LIBRARY)
    const seen = { verdict: 'definite', score: 1, detection_ids: expect.arrayContaining([102]) }
    expect(await site.verdict(token)).toEqual({ ...seen, action: 'allow', reason: 'Looks automated; observed only.' })
    await site.stores.settings.change(site.project.id, { blockDefinite: true })
    expect(await site.verdict(token)).toEqual({ ...seen, action: 'block', reason: 'Definitely automated.' })
  })

  it('falls in a band by the project’s threshold', async () => {
    const token = await site.scored({ mouse_entropy: 0, mouse_moves: 200 })
    const { score } = (await site.verdict(token)) as { score: number }
    expect(await site.verdict(token)).toMatchObject({ verdict: 'likely_human' })
    await site.stores.settings.change(site.project.id, { threshold: score + 1, challengeLikely: true })
    expect(await site.verdict(token)).toMatchObject({ verdict: 'likely_automated', action: 'challenge', detection_ids: [301] })
  })

  it('stays a person’s where probes alone failed, whatever the toggles', async () => {
    await site.stores.settings.change(site.project.id, { threshold: 80, challengeLikely: true, blockDefinite: true })
    const token = await site.scored({ js_passed: false, webdriver: true, headless: true })
    expect(await site.verdict(token)).toMatchObject({ verdict: 'likely_human', score: 80, action: 'allow' })
  })

  it('of a session that our collector attested is its latest verdict', async () => {
    const { session } = await verdictToken(site)
    expect(await site.verdict(session)).toMatchObject({ verdict: 'likely_human', action: 'allow' })
    expect(((await site.verdict(session)) as { score: number }).score).toBeGreaterThan(50)
    const { session: program } = await verdictToken(site, { 'user-agent': 'curl/8.5.0' })
    expect(await site.verdict(program)).toMatchObject({ verdict: 'definite', score: 1, detection_ids: expect.arrayContaining([102]) })
  })

  it('is cached for a minute by token and context, and busted by a new score', async () => {
    const token = await site.scored({})
    const before = await site.verdict(token)
    const live = (await site.stores.liveSessions.get(site.project.id, token))!
    await site.stores.liveSessions.put(site.project.id, token, '{"v":1,"sums":{}}', live.rev, site.now())
    expect(await site.verdict(token)).toEqual(before)
    expect(await exact(token)).not.toEqual([200, FAIL_OPEN])
    site.pass(61)
    expect(await exact(token)).toEqual([200, FAIL_OPEN])
    await site.scored({}, token)
    expect(await site.verdict(token)).toMatchObject({ score: 90 })
    await site.scored({}, token, LIBRARY)
    expect(await site.verdict(token)).toMatchObject({ score: 1 })
  })

  it('is not kept where a new score came while it was read', async () => {
    const stores = openMemoryStores()
    let held: Promise<void> = Promise.resolve()
    const asked = vi.fn()
    const latest = async (projectId: string, session: string) => {
      asked()
      await held
      return stores.verdicts.latest(projectId, session)
    }
    site = await createSessionSite({ stores: { ...stores, verdicts: { ...stores.verdicts, latest } } })
    const token = await site.scored({})
    let release = () => {}
    held = new Promise((resolve) => {
      release = resolve
    })
    const slow = site.verdict(token)
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    await site.scored({}, token, LIBRARY)
    release()
    expect(await slow).toMatchObject({ score: 90 })
    expect(await site.verdict(token)).toMatchObject({ score: 1 })
  })

  it('is told in every context of what was looked up once, and is in none older than a minute', async () => {
    const token = await site.scored({})
    await site.verdict(token)
    const live = (await site.stores.liveSessions.get(site.project.id, token))!
    await site.stores.liveSessions.put(site.project.id, token, '{"v":1,"sums":{}}', live.rev, site.now())
    site.pass(59)
    expect(await site.verdict(token, { path: '/a' })).toMatchObject({ score: 90 })
    site.pass(1)
    expect([await site.verdict(token, { path: '/a' }), await site.verdict(token)]).toEqual(Array(2).fill(JSON.parse(FAIL_OPEN)))
  })

  it('says in its headers what every other answer says', async () => {
    const [verdict, other] = [await site.backend('GET', '/v1/sessions/sess_x/verdict'), await site.app.request('/v1/detections')]
    const headers = (response: Response) => Object.fromEntries([...response.headers].filter(([name]) => name !== 'x-request-id'))
    expect(headers(verdict)).toEqual({ ...headers(other), 'cache-control': 'no-store' })
    expect(verdict.headers.get('x-request-id')).toMatch(/^[\w-]{22}$/)
  })
})
