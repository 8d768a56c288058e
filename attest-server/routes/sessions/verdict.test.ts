import { beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStores } from '../../stores/memory/open-memory-stores.js'
import { type StoredRule, StoreUnavailable } from '../../stores/ports.js'
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

let ids = 0
const rule = async (expression: string, action: StoredRule['action'], changes: Partial<StoredRule> = {}) => {
  const now = site.now()
  const id = `rule_${ids++}`
  const stored = { id, projectId: site.project.id, name: id, expression, action, isActive: true, order: 0, observeOnly: false }
  await site.stores.rules.add({ ...stored, createdAt: now, version: 1, updatedAt: now, ...changes })
  return id
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

  it('for a context that is too long, which is unknown then', async () => {
    await rule('path == null', 'block')
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
})

describe('rules', () => {
  it('see the context: what was said of one path is not said of another', async () => {
    await rule('path == "/checkout"', 'block')
    await rule('country in ["XX"]', 'challenge')
    await rule('ua == "bad"', 'challenge')
    await rule('ip == "203.0.113.7"', 'block')
    const token = await site.scored({})
    const actions = async () => [
      await site.verdict(token, { path: '/checkout' }),
      await site.verdict(token, { path: '/profile' }),
      await site.verdict(token, { country: 'XX' }),
      await site.verdict(token, { ua: 'bad' }),
      await site.verdict(token, { ip: '203.0.113.7' }),
    ]
    const expected = ['block', 'allow', 'challenge', 'challenge', 'block'].map((action) => ({ action }))
    expect(await actions()).toMatchObject(expected)
    expect(await actions()).toMatchObject(expected)
  })

  it('are asked by sort_order, the first that ends it wins, and its name is the reason', async () => {
    await rule('score > 0', 'block', { name: 'late', order: 5 })
    await rule('score > 0', 'log', { name: 'noted', order: 1 })
    await rule('score > 0', 'challenge', { name: 'first', order: 2 })
    expect(await site.verdict(await site.scored({}))).toMatchObject({ action: 'challenge', reason: 'Rule "first" matched.' })
  })

  it('bust the cache when one is added or removed, and where scoring is late they block nobody', async () => {
    const token = await site.scored({})
    expect(await site.verdict(token)).toMatchObject({ action: 'allow' })
    const id = await rule('score < 99', 'block')
    expect(await site.verdict(token)).toMatchObject({ action: 'block' })
    expect(await exact('sess_unknown')).toEqual([200, FAIL_OPEN])
    await site.stores.rules.remove(site.project.id, id)
    expect(await site.verdict(token)).toMatchObject({ action: 'allow' })
  })

  it('that delay or log are told where nothing else decides', async () => {
    const token = await site.scored({})
    await rule('score > 0', 'log', { name: 'noted' })
    expect(await site.verdict(token)).toMatchObject({ action: 'log', reason: 'Rule "noted" matched.', detection_ids: [] })
    await rule('score > 0', 'delay', { name: 'slow' })
    expect(await site.verdict(token)).toMatchObject({ action: 'delay', reason: 'Rule "slow" matched.' })
  })

  it('read what was posted, and static resources', async () => {
    await rule('behavioral.mouse_entropy < 0.1 AND js_detection.passed == false', 'block')
    await rule('static_resource', 'challenge')
    await rule('behavioral.first_input_delay_ms == 7', 'challenge')
    expect(await site.verdict(await site.scored({ mouse_entropy: 0.01, js_passed: false }))).toMatchObject({ action: 'block' })
    const token = await site.scored({})
    expect(await site.verdict(token, { path: '/app.js?v=1' })).toMatchObject({ action: 'challenge' })
    expect(await site.verdict(token, { path: '/app' })).toMatchObject({ action: 'allow' })
    expect(await site.verdict(await site.scored({ first_input_delay_ms: 7 }))).toMatchObject({ action: 'challenge' })
  })

  it('that cannot be read any more are none, and the log names them once', async () => {
    await rule('no_such_field == 1', 'block')
    const token = await site.scored({})
    for (const path of ['/a', '/b']) expect(await site.verdict(token, { path })).toMatchObject({ action: 'allow' })
    expect(JSON.stringify(site.log).split('rule-unreadable')).toHaveLength(2)
  })

  it('that suddenly block most visits are only observed', async () => {
    for (let i = 0; i < 210; i++) await site.verdict(await site.scored({}))
    const id = await rule('score > 0', 'block')
    const actions: string[] = []
    for (let i = 0; i < 80; i++) {
      actions.push(((await site.verdict(await site.scored({}))) as { action: string }).action)
      site.pass(1)
    }
    expect([actions[0], actions.at(-1)]).toEqual(['block', 'allow'])
    const [stored] = await site.stores.rules.list(site.project.id)
    expect(stored).toMatchObject({ id, observeOnly: true, version: 2 })
    expect(JSON.stringify(site.log)).toContain('rule-braked')
  })
})
