import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createKeptSessions } from '../../core/behaviour/continuous/kept-sessions.js'
import type { Overview } from '../../dashboard/wire/overview.js'
import type { RuleLanguage } from '../../dashboard/wire/rules.js'
import type { SessionPage } from '../../dashboard/wire/session.js'
import type { SettingsPreview } from '../../dashboard/wire/settings.js'
import type { CrawlersSeen } from '../../dashboard/wire/visitors.js'
import type { Deliveries, Delivery } from '../../dashboard/wire/webhooks.js'
import type { VerdictRecord } from '../../stores/ports.js'
import { visit } from '../../testing/visit.js'
import { visitedDashboard } from '../../testing/visited-dashboard.js'

const { server, client, at, jtis } = await visitedDashboard()

/** Besides, one whose challenge is forged, and one that never came back. */
beforeAll(async () => {
  const forged = await visit(server)
  expect((await forged.attest({ ...(await forged.body()), challenge: `${forged.challenge.challenge}x` })).status).toBe(403)
  await visit(server)
})

/** Like one that is there, with changes; written past the counters. */
async function keep(changes: Partial<VerdictRecord>): Promise<VerdictRecord> {
  const [known] = await server.stores.verdicts.recent(server.project.id, 1)
  const record = { ...known!, ...changes }
  await server.stores.verdicts.record(record, server.now() + 86_400)
  return record
}

describe('the overview', () => {
  it('counts how far visits come', async () => {
    const { funnel, hours, distributions } = await client.read<Overview>(`${at}/overview`)
    expect(funnel.challenged).toBe(4)
    expect([funnel.submitted, funnel.verified]).toEqual([2, 2])
    expect(funnel.allow + funnel.challenge + funnel.block).toBe(2)
    expect(hours).toHaveLength(24)
    expect(hours.at(-1)!.allow + hours.at(-1)!.challenge + hours.at(-1)!.block).toBe(2)
    expect(distributions.map(({ surface, total }) => [surface, total])).toEqual([['script', 2]])
    expect(distributions[0]!.scores).toHaveLength(100)
  })

  it('counts scores of the other surfaces apart', async () => {
    const key = await server.issue('afk')
    const scored = await server.app.request('/score', {
      method: 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: JSON.stringify({ useragent: 'python-requests/2.32.3', ip: '203.0.113.9' }),
    })
    expect(scored.status).toBe(200)
    const { distributions } = await client.read<Overview>(`${at}/overview`)
    expect(distributions.find(({ surface }) => surface === 'requests')?.total).toBe(1)
  })

  it('takes so many hours, and no others', async () => {
    expect((await client.read<Overview>(`${at}/overview?hours=720`)).hours).toHaveLength(720)
    for (const hours of ['0', '721', '1.5', 'x']) expect((await client.ask('GET', `${at}/overview?hours=${hours}`)).status).toBe(400)
  })
})

describe('the page of a session', () => {
  it('adds up: from the prior over each family to what was decided by', async () => {
    for (const jti of jtis) {
      const { verdict, timeline } = await client.read<SessionPage>(`${at}/sessions/${jti}`)
      const { prior, families, overlap, givenBack, llr } = verdict.waterfall
      const sum = families.reduce((all, family) => all + family.llr, prior + overlap + givenBack)
      expect(sum).toBeCloseTo(llr, 9)
      expect(1 / (1 + Math.exp(-llr))).toBeCloseTo(verdict.posterior, 6)
      expect(timeline.map((one) => one.jti)).toContain(jti)
    }
  })

  it('has the same prior for every visit that one card weighed', async () => {
    const pages = await Promise.all(jtis.map((jti) => client.read<SessionPage>(`${at}/sessions/${jti}`)))
    const priors = new Set(pages.map(({ verdict }) => verdict.waterfall.prior.toFixed(6)))
    expect(priors.size).toBe(1)
  })

  it('says what each observation is, and shows the session’s verdicts in their order', async () => {
    const page = await client.read<SessionPage>(`${at}/sessions/${jtis[0]}`)
    expect(page.verdict.observations.length).toBeGreaterThan(50)
    expect(page.verdict.observations.find(({ id }) => id === 'tell.webdriver')?.description).toMatch(/webdriver/)
    await keep({ jti: 'second', reference: 'AAAAA-AAAAC', session: page.session, issuedAt: server.now() + 5 })
    const both = await client.read<SessionPage>(`${at}/sessions/${page.session}`)
    expect(both.verdict.jti).toBe('second')
    expect(both.timeline.map(({ jti }) => jti)).toEqual([jtis[0], 'second'])
  })

  it('is found by a support code as somebody types it, and else not', async () => {
    const { verdict } = await client.read<SessionPage>(`${at}/sessions/${jtis[0]}`)
    const typed = verdict.reference.toLowerCase().replace('-', ' ')
    expect((await client.read<SessionPage>(`${at}/sessions/${encodeURIComponent(typed)}`)).verdict.jti).toBe(jtis[0])
    for (const name of ['none', 'AAAAA-BBBBB', '%00', "';--"]) expect((await client.ask('GET', `${at}/sessions/${name}`)).status).toBe(404)
  })

  it('is gone when the session is forgotten', async () => {
    await keep({ jti: 'gone', reference: 'AAAAA-AAAAD', session: 'sess_gone' })
    expect((await client.ask('DELETE', `${at}/sessions/sess_gone`)).status).toBe(204)
    expect((await client.ask('GET', `${at}/sessions/sess_gone`)).status).toBe(404)
  })
})

describe('rules', () => {
  it('have a language that an editor completes', async () => {
    const { fields, operators } = await client.read<RuleLanguage>(`${at}/rule-language`)
    expect(fields.find(({ name }) => name === 'tell.webdriver')).toMatchObject({ type: 'boolean', nullable: true })
    expect(fields.find(({ name }) => name === 'band')?.values).toContain('definite')
    expect(operators.string).toContain('in')
  })

  it('are saved, listed and removed as the control plane does, and a fault keeps its place', async () => {
    const saved = await client.ask('POST', `${at}/rules`, { name: 'Low', expression: 'score < 5', action: 'challenge' })
    expect(saved.status).toBe(201)
    const { id } = (await saved.json()) as { id: string }
    const faulty = await client.ask('POST', `${at}/rules`, { name: 'Low', expression: 'scorre < 5', action: 'challenge' })
    expect([faulty.status, await faulty.json()]).toMatchObject([400, { code: 'malformed-request', fields: [{ at: { offset: 0 } }] }])
    expect((await client.ask('DELETE', `${at}/rules/${id}`)).status).toBe(204)
  })
})

describe('what other settings would have done', () => {
  it('is played on the past and saves nothing', async () => {
    for (let i = 0; i < 10; i++)
      await keep({
        jti: `low${i}`,
        reference: `AAAAA-BBBB${i}`,
        session: `sess_low${i}`,
        llr: 2,
        action: 'allow',
        hard: [],
        issuedAt: server.now(),
      })
    const ask = async (changes: object) => (await (await client.ask('POST', `${at}/scoring/preview`, changes)).json()) as SettingsPreview
    const before = await client.read<object>(`${at}/scoring/settings`)
    const { sessions, today, then, flips, scores, byAction } = await ask({ challenge_likely: true, likely_bot_threshold: 60 })
    expect(then.challenge - today.challenge).toBeGreaterThanOrEqual(10)
    expect(flips[0]).toMatchObject({ from: 'allow', to: 'challenge' })
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
    expect(sum(scores)).toBe(sessions)
    expect(sum(byAction.allow)).toBe(today.allow)
    expect((await ask({})).flips).toEqual([])
    expect(await client.read<object>(`${at}/scoring/settings`)).toEqual(before)
  })
})

describe('crawlers', () => {
  it('are told apart by whether they proved who they are', async () => {
    server.stores.rollups.count(server.project.id, server.now(), 'verified', 'crawler google')
    server.stores.rollups.count(server.project.id, server.now(), 'impostor', 'bing')
    const seen = await client.read<CrawlersSeen>(`${at}/crawlers`)
    expect(seen).toMatchObject({
      allowVerified: true,
      verified: [{ by: 'crawler', name: 'google', count: 1 }],
      impostors: [{ name: 'bing', count: 1 }],
    })
    expect(seen.known.map(({ id }) => id)).toContain('google')
  })
})

describe('webhooks', () => {
  it('are listed with what came of them, and sent again', async () => {
    const { outbox, liveSessions } = server.stores
    const message = { projectId: server.project.id, url: 'https://hook.example/', body: '{"a":1}', createdAt: server.now() }
    const webhook = { url: message.url, secret: 'whsec_1' }
    const head = { verdict: 'HUMAN_DETECTED', createdAt: server.now(), expiresAt: server.now() + 60, webhook } as const
    const sessions = createKeptSessions(liveSessions, (length) => crypto.getRandomValues(new Uint8Array(length)))
    await sessions.begin(server.project.id, 'vbs_1', head, server.now())
    await outbox.add({ ...message, id: 'msg_1', session: 'vbs_1' })
    const listed = async () => (await client.read<Deliveries>(`${at}/webhooks`)).deliveries
    expect(await listed()).toMatchObject([{ id: 'msg_1', status: 'waiting', outcome: null }])
    expect((await client.ask('POST', `${at}/webhooks/msg_1/replay`)).status).toBe(409)
    await outbox.claim(1, server.now(), server.now() + 60)
    await outbox.done('msg_1', 'status 410', server.now())
    expect(await listed()).toMatchObject([{ status: 'failed', attempts: 1, outcome: 'status 410', nextAt: null }])
    const listing = vi.spyOn(outbox, 'list')
    const replayed = await client.ask('POST', `${at}/webhooks/msg_1/replay`)
    expect(listing, 'one is found without going through all').not.toHaveBeenCalled()
    listing.mockRestore()
    expect([replayed.status, ((await replayed.json()) as Delivery).status]).toEqual([202, 'waiting'])
    expect((await client.ask('POST', `${at}/webhooks/msg_none/replay`)).status).toBe(404)
  })

  it('are not sent again where the session is gone, and stay in the list', async () => {
    const { outbox } = server.stores
    const message = { projectId: server.project.id, url: 'https://hook.example/', body: '{}', createdAt: server.now() }
    await outbox.add({ ...message, id: 'msg_2', session: 'vbs_gone' })
    await outbox.done('msg_2', 'delivered', server.now())
    const refused = await client.ask('POST', `${at}/webhooks/msg_2/replay`)
    expect([refused.status, await refused.json()]).toMatchObject([409, { detail: expect.stringContaining('session is gone') }])
    expect(await outbox.find(server.project.id, 'msg_2')).toMatchObject({ outcome: 'delivered', nextAt: undefined })
  })
})
