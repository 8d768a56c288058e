import { beforeEach, describe, expect, it } from 'vitest'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import type { Tier } from '../../stores/ports.js'
import { addRule } from '../../testing/add-rule.js'
import { enrichment } from '../../testing/enrichment.js'
import { createDevice } from '../../testing/honest-client.js'
import { createSessionSite, type SessionSite } from '../../testing/session-site.js'
import { ORIGIN } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'
import { visit } from '../../testing/visit.js'
import { layerOf } from './layer-of.js'

const JA4 = 't13d1516h2_8daaf6152771_02713d6af862'

interface Verdict {
  readonly action: string
  readonly score: number
  readonly signals: readonly { readonly name: string; readonly layer: string; readonly llr: number; readonly detail: string }[]
}

let site: SessionSite
let key: string
const issue = async (tier: Tier = 'free') => {
  const issued = await site.apiKeys.issue(site.project.id, 'live', 'test', tier)
  return issued.ok ? issued.value : undefined!
}
beforeEach(async () => {
  const enrich = (ip: string) => enrichment({ ip, country: 'DE', datacenter: true, vpn: false, proxy: false, tor: false })
  site = await createSessionSite({ deps: { client: { enrich, ja4Header: 'x-ja4' } } })
  key = (await issue()).secret
})

const get = (path: string, secret = key) => site.app.request(path, { headers: { 'x-api-key': secret } })
const verdict = async (token: string) => (await (await get(`/api/v1/verdict?token=${token}`)).json()) as Verdict
/** What this surface and the session API say to do. */
const actions = async (token: string) => [(await verdict(token)).action, ((await site.verdict(token)) as { action: string }).action]

describe('GET /api/v1/verdict', () => {
  it('tells a person’s session with reasons, network and address', async () => {
    const token = await site.scored({ mouse_entropy: 0.7, mouse_moves: 200 }, null, { 'x-ja4': JA4 })
    expect(await verdict(token)).toEqual({
      token,
      score: 7,
      band: 'human',
      hard_rule_hit: '',
      signals: [{ name: 'posted_entropy', layer: 'behavior', llr: -0.4, detail: 'Seen 1.5 times as often in visits of people.' }],
      network: { ja4: JA4 },
      ip: { datacenter: null, proxy: null, country: null },
      action: 'allow',
    })
  })

  it('tells where a session came from, as far as databases say', async () => {
    await site.backend('POST', '/v1/server/page-hits', {
      schema_version: 1,
      page_id: 'p',
      session_token: 'bt_1',
      occurred_at: '2026-11-21T12:00:00Z',
      method: 'GET',
      path_hash: 'a',
      header_names: [],
      languages: [],
      had_session_cookie: false,
      observed_ip: '198.51.100.9',
    })
    const answer = await site.send({
      session_token: 'bt_1',
      events: [{ request_id: 'r', type: 'page', received_at: '2026-11-21T12:00:00Z', payload: {} }],
    })
    expect(answer.status).toBe(202)
    await site.score()
    expect(await verdict('bt_1')).toMatchObject({
      band: 'human',
      action: 'allow',
      ip: { datacenter: true, proxy: false, country: 'DE' },
      signals: [{ name: 'datacenter', layer: 'ip', llr: 1.2 }],
    })
  })

  it('blocks by a hard rule, whatever is only observed elsewhere', async () => {
    const token = await site.scored({}, null, { 'user-agent': 'python-requests/2.32' })
    expect(await verdict(token)).toMatchObject({ band: 'known-bot', hard_rule_hit: 'http-library', action: 'block' })
    expect((await verdict(token)).score).toBeGreaterThanOrEqual(90)
    expect((await verdict(token)).signals[0]).toMatchObject({ name: 'user_agent_library', layer: 'http' })
  })

  it('has reasons that add up to its score, from the prior that is published', async () => {
    const token = await site.scored({ mouse_entropy: 0, mouse_moves: 200, webdriver: true, headless: true, time_to_first_input_ms: 1 })
    const { score, signals } = await verdict(token)
    const llr = signals.reduce((sum, one) => sum + one.llr, -2.2)
    expect(100 / (1 + Math.exp(-llr))).toBeCloseTo(score, -0.1)
  })

  it('knows sessions that our collector attested, more finely than their verdict says', async () => {
    const { session, score } = await verdictToken(site)
    const { posterior = NaN } = (await site.stores.verdicts.latest(site.project.id, session)) ?? {}
    expect(score).not.toBeCloseTo(posterior, 2)
    expect((await verdict(session)).score).toBeCloseTo(posterior * 100, 0)
  })

  it('tells what was signed of an attested session, also where a rule or an exception lets a hard hit pass', async () => {
    const program = { 'user-agent': 'curl/8.5.0' }
    const { session } = await verdictToken(site, program)
    expect(await actions(session), 'without either').toEqual(['block', 'block'])
    const id = await addRule(site, 'score == 1', 'allow')
    expect(await actions((await verdictToken(site, program)).session), 'by a rule').toEqual(['allow', 'allow'])
    await site.stores.rules.remove(site.project.id, id)
    const device = await createDevice()
    const attest = async () => {
      const page = await visit(site, ORIGIN, {}, device)
      return (await (await page.attest(await page.body(), program)).json()) as AttestResponse
    }
    const { reference } = await attest()
    const subject = (await site.stores.verdicts.find(site.project.id, reference))?.subject ?? ''
    await site.stores.exceptions.add(site.project.id, { reference, subject, until: site.now() + 3600 })
    const through = (await attest()).session
    expect(await actions(through), 'by an exception').toEqual(['allow', 'allow'])
    expect(await verdict(through)).toMatchObject({ band: 'known-bot', hard_rule_hit: 'http-library' })
  })

  it('is 404 for a token that nobody captured, that is not scored yet, or that is another project’s', async () => {
    await site.send({
      session_token: 'bt_2',
      events: [{ request_id: 'r', type: 'page', received_at: '2026-11-21T12:00:00Z', payload: {} }],
    })
    const other = await createSessionSite({ stores: site.stores, project: { id: 'prj_other', siteKey: 'pk_BBBBBBBBBBBBBBBBBBBBBB' } })
    // Scores what waits of both projects: what is asked for before is not there yet.
    const statuses = [(await get('/api/v1/verdict?token=bt_2')).status]
    const foreign = await other.scored({})
    for (const token of ['sess_unknown', foreign, '', 'a%20b', '%00']) statuses.push((await get(`/api/v1/verdict?token=${token}`)).status)
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404])
    expect(await (await get('/api/v1/verdict?token=x')).json()).toEqual({ error: 'No captured session for this token.' })
    expect((await get('/api/v1/verdict')).status).toBe(400)
  })

  it('is 401 for a missing, wrong or revoked key, and for keys of other kinds', async () => {
    const { key: revoked, secret } = await issue()
    await site.apiKeys.revoke(site.project.id, revoked.id)
    for (const one of ['', 'sk_live_nope', site.secretKey, site.project.siteKey, secret]) {
      const response = await get('/api/v1/verdict?token=x', one)
      expect([response.status, await response.json()]).toEqual([401, { error: 'Missing, invalid or revoked key.' }])
    }
  })

  it('is 429 when asked too fast, and 402 when the month is used up', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push((await get('/api/v1/verdict?token=x')).status)
    expect([statuses[19], statuses[20]]).toEqual([404, 429])
    const { key: issued, secret } = await issue()
    await site.stores.counters.take(`detectip:${issued.id}`, 10_000, Infinity, 30 * 86_400, site.now())
    const response = await get('/api/v1/verdict?token=x', secret)
    expect([response.status, await response.json()]).toEqual([402, { error: 'The monthly quota is used up.' }])
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('GET /api/v1/usage', () => {
  it('counts what was asked for, and asking costs nothing', async () => {
    const usage = async (secret = key) => (await get('/api/v1/usage', secret)).json()
    expect(await usage()).toEqual({ tier: 'free', used: 0, limit: 10_000, remaining: 10_000 })
    await get('/api/v1/verdict?token=x')
    await get('/api/v1/verdict?token=x')
    expect(await usage()).toEqual({ tier: 'free', used: 2, limit: 10_000, remaining: 9998 })
    expect(await usage((await issue('pro')).secret)).toEqual({ tier: 'pro', used: 0, limit: 1_000_000, remaining: 1_000_000 })
    expect((await get('/api/v1/usage', '')).status).toBe(401)
  })
})

describe('the layer of a reason', () => {
  it('is by what it looks at', () => {
    const ids = [
      'net.tls-library',
      'net.datacenter',
      'http.contradictions',
      'tell.webdriver',
      'input.posted-moves',
      'session.impostor',
      'pow.pace',
    ] as const
    expect(ids.map(layerOf)).toEqual(['tls', 'ip', 'http', 'js', 'behavior', 'crawler', 'protocol'])
  })
})
