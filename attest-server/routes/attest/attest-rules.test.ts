import { decodeJwt } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeProof, UNFINISHED } from '../../../shared/pow.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { composeControl } from '../../compose/compose-control.js'
import { policyOf } from '../../core/rules/resolution/policy-of.js'
import { resolve } from '../../core/rules/resolution/resolve.js'
import { crawlerDeps } from '../../crawlers/testing/crawler-deps.js'
import type { VerdictRecord } from '../../stores/ports.js'
import { addRule } from '../../testing/add-rule.js'
import { enrichment } from '../../testing/enrichment.js'
import { createDevice, type TestDevice } from '../../testing/honest-client.js'
import { createSessionSite, type SessionSite } from '../../testing/session-site.js'
import { ORIGIN } from '../../testing/test-server.js'
import { visit } from '../../testing/visit.js'

/** A program's headers: a hard fact of the server's card. */
const PROGRAM = { 'user-agent': 'curl/8.5.0' }
const DRESDEN = '198.51.100.9'
const NO_WORK = encodeProof([UNFINISHED, UNFINISHED, UNFINISHED, UNFINISHED])

let site: SessionSite
beforeEach(async () => {
  const enrich = (ip: string) => enrichment(ip === DRESDEN ? { ip, country: 'DE' } : { ip })
  site = await createSessionSite({ settings: { trustedProxies: 1 }, deps: { client: { enrich, ja4Header: undefined } } })
})

type Headers = Readonly<Record<string, string>>

async function attest(headers: Headers = {}, request: object = {}, device?: TestDevice, changes: object = {}): Promise<AttestResponse> {
  const page = await visit(site, ORIGIN, { ...request }, device)
  const response = await page.attest(await page.body(changes), headers)
  expect(response.status).toBe(200)
  return (await response.json()) as AttestResponse
}
const explain = async ({ reference }: AttestResponse) =>
  (await (await site.backend('GET', `/v1/verdicts/${reference}`)).json()) as Omit<VerdictRecord, 'projectId'>
const settings = (changes: object) => site.stores.settings.change(site.project.id, changes)

describe('a rule governs verdicts that are signed', () => {
  it('by its action, and no browser learns its name', async () => {
    const id = await addRule(site, 'score > 50', 'block', { name: 'Nobody at all' })
    const answer = await attest()
    expect([answer.action, decodeJwt(answer.token).action]).toEqual(['block', 'block'])
    expect(JSON.stringify([answer, decodeJwt(answer.token)])).not.toContain('Nobody')
    const explained = await explain(answer)
    expect(explained).toMatchObject({
      action: 'block',
      appraised: 'allow',
      decided: { by: 'rule', reason: 'Rule "Nobody at all" matched.', rule: { id, name: 'Nobody at all', action: 'block' } },
      counterfactuals: [],
    })
    expect(explained.kind).toBeUndefined()
  })

  it('and what backends verify it by: siteverify refuses it, and the score stays as it was weighed', async () => {
    const honest = await attest()
    await addRule(site, 'score > 50', 'block')
    const { token, score } = await attest()
    expect(score).toBe(honest.score)
    const body = new URLSearchParams({ secret: site.secretKey, response: token })
    const answer = await site.app.request('/siteverify', { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ success: false, verdict: 'block' })
  })

  it('also where it lets a program pass that the evidence would block', async () => {
    expect((await attest(PROGRAM)).action).toBe('block')
    await addRule(site, `ua == "${PROGRAM['user-agent']}"`, 'allow')
    const answer = await attest(PROGRAM)
    expect(answer).toMatchObject({ action: 'allow', band: 'automated' })
    const explained = await explain(answer)
    expect(explained).toMatchObject({ appraised: 'block', hard: ['http-library'] })
    expect([explained.kind, explained.counterfactuals]).toEqual([undefined, []])
  })

  it('by the address, country and user agent of the request, and never by a path', async () => {
    for (const [expression, action] of [
      [`ip == "${DRESDEN}" AND path == null AND NOT static_resource`, 'challenge'],
      ['country == "DE"', 'block'],
    ] as const) {
      const id = await addRule(site, expression, action)
      expect([(await attest()).action, (await attest({ 'x-forwarded-for': DRESDEN })).action]).toEqual(['allow', action])
      await site.stores.rules.remove(site.project.id, id)
    }
    expect((await explain(await attest({ 'x-forwarded-for': DRESDEN }))).country).toBe('DE')
  })

  it('and what only watches, delays or logs is written down', async () => {
    const ids = [
      await addRule(site, 'score > 0', 'block', { observeOnly: true }),
      await addRule(site, 'score > 0', 'log', { order: 1 }),
      await addRule(site, 'score > 0', 'delay', { order: 2 }),
    ]
    const answer = await attest()
    expect(answer.action).toBe('allow')
    const explained = await explain(answer)
    expect(explained.noted?.map(({ id }) => id)).toEqual(ids)
    expect(explained.decided).toBeUndefined()
  })

  it('but never a test key’s, whose action is fixed', async () => {
    await addRule(site, 'score > 0', 'block')
    expect((await attest({}, { siteKey: 'pk_test_allow' })).action).toBe('allow')
  })
})

describe('a challenge by a rule or a toggle', () => {
  it('is over when it is answered, and evidence that speaks for a bot is not', async () => {
    await addRule(site, 'score > 0', 'challenge')
    const device = await createDevice()
    const { session, action } = await attest({}, {}, device)
    expect(action).toBe('challenge')
    const answered = await attest({}, { session, round: 1 }, device)
    expect([answered.action, (await attest({}, { session }, device)).action]).toEqual(['allow', 'allow'])
    expect((await explain(answered)).noted).toHaveLength(1)
    expect(await site.verdict(session)).toMatchObject({ action: 'allow', reason: 'No rule or toggle applies.' })
    expect((await attest(PROGRAM, { session, round: 1 }, device)).action).toBe('block')
  })

  it('is a toggle’s where the score is below the threshold', async () => {
    await settings({ threshold: 99, challengeLikely: true })
    const answer = await attest()
    expect(answer.action).toBe('challenge')
    expect((await explain(answer)).decided).toEqual({ by: 'toggle', reason: 'Likely automated.' })
    const answered = await attest({}, { session: answer.session, round: 1 })
    expect(answered.action).toBe('allow')
  })
})

describe('what is signed, read and previewed is the same action', () => {
  const rules: readonly (readonly [string, 'block' | 'challenge' | 'allow'])[] = [
    ['score > 50', 'block'],
    ['score < 50', 'allow'],
    ['country == "DE"', 'challenge'],
    ['tell.webdriver != null AND visit.moves != null', 'block'],
    ['NOT verified_bot AND band == "definite"', 'challenge'],
  ]
  const control = () =>
    composeControl({
      stores: site.stores,
      apiKeys: site.apiKeys,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      clock: site.now,
      yieldTurn: async () => undefined,
      makePrivateKey: () => expect.unreachable(),
    })

  /** As `composeControl.past` plays it, without a draft. */
  async function previewed(reference: string): Promise<string | undefined> {
    const [own, stored] = [await site.stores.settings.of(site.project.id), await site.stores.rules.list(site.project.id)]
    const { past, fields } = control()
    const one = (await past(site.project.id, own.threshold)).find((session) => session.reference === reference)
    return one && resolve(one.read, policyOf(own, stored, fields), one.own).action
  }

  async function agree(headers: Headers, request: object = {}, device?: TestDevice): Promise<string> {
    const { action, session, reference } = await attest(headers, request, device)
    const read = (await site.verdict(session)) as { action: string }
    expect([read.action, await previewed(reference)]).toEqual([action, action])
    return action
  }

  it('without any rule, also where the evidence blocks and no toggle does', async () => {
    expect([await agree({}), await agree(PROGRAM)]).toEqual(['allow', 'block'])
    await settings({ challengeLikely: true, blockDefinite: true })
    expect([await agree({}), await agree(PROGRAM)]).toEqual(['allow', 'block'])
    await settings({ threshold: 99 })
    expect([await agree({}), await agree(PROGRAM)], 'a toggle makes nothing milder').toEqual(['challenge', 'block'])
  })

  it.each(rules)('by the rule %s %s', async (expression, action) => {
    await addRule(site, expression, action)
    const from = { 'x-forwarded-for': DRESDEN }
    const actions = [await agree(from), await agree({ ...from, ...PROGRAM })]
    expect(actions).toContain(action)
  })

  it('of a session that posted events, too, before it attested', async () => {
    await addRule(site, 'behavioral.mouse_entropy < 0.1', 'block')
    const { session } = await attest()
    expect(await site.verdict(session)).toMatchObject({ action: 'allow' })
    await site.scored({ mouse_entropy: 0.01, mouse_moves: 200 }, session)
    expect((await attest({}, { session })).action).toBe('block')
    expect(await site.verdict(session)).toMatchObject({ action: 'block' })
  })

  it('of a bot that attests where a verified one posted, whether or not there is any rule', async () => {
    site = await createSessionSite({ settings: { trustedProxies: 1 }, deps: { crawlers: await crawlerDeps({ online: true }) } })
    const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
    const session = await site.scored({}, null, { 'x-forwarded-for': '66.249.66.1', 'user-agent': googlebot })
    expect(await site.verdict(session), 'of who posted').toMatchObject({ verdict: 'verified', action: 'allow' })
    const device = await createDevice()
    const without = await agree(PROGRAM, { session }, device)
    await addRule(site, 'score > 98', 'log')
    expect([without, await agree(PROGRAM, { session }, device)]).toEqual(['block', 'block'])
  })

  it('where an exception lets through whom a rule blocks', async () => {
    await addRule(site, 'score > 0', 'block')
    const device = await createDevice()
    const turned = await attest({}, {}, device)
    const { exceptions, verdicts } = site.stores
    const subject = (await verdicts.find(site.project.id, turned.reference))?.subject ?? ''
    await exceptions.add(site.project.id, { reference: turned.reference, subject, until: site.now() + 3600 })
    expect(await site.verdict(turned.session), 'of the verdict that is already signed').toMatchObject({ action: 'allow' })
    const through = await attest({}, {}, device)
    expect(through.action).toBe('allow')
    expect(await explain(through)).toMatchObject({ appraised: 'allow', exception: turned.reference, decided: { by: 'rule' } })
    expect(await site.verdict(through.session)).toMatchObject({ action: 'allow', reason: 'Let through by an exception.' })
    expect((await attest()).action, 'another device').toBe('block')
    await exceptions.remove(site.project.id, turned.reference)
    site.pass(61)
    expect(await site.verdict(through.session)).toMatchObject({ action: 'block' })
  })
})

describe('the brake on signed verdicts', () => {
  /** Visits until something changes, a second each. */
  async function flood(visits: number, changes: object = {}) {
    const actions: string[] = []
    for (let i = 0; i < visits; i++) {
      actions.push((await attest({}, {}, undefined, changes)).action)
      site.pass(2)
      await site.score()
    }
    return actions
  }

  it('takes a new rule back that makes the share of blocks jump', async () => {
    await flood(210)
    const id = await addRule(site, 'score > 0', 'block')
    const actions = await flood(80)
    expect([actions[0], actions.at(-1)]).toEqual(['block', 'allow'])
    expect(await site.stores.rules.list(site.project.id)).toMatchObject([{ id, observeOnly: true, version: 2 }])
    const braked = await attest()
    expect(await explain(braked)).toMatchObject({ action: 'allow', noted: [{ id, action: 'block' }] })
  })

  it('counts nothing that cost no work: nobody takes a rule back for free', async () => {
    await flood(210)
    const id = await addRule(site, 'score > 0', 'block')
    const actions = await flood(80, { pow: NO_WORK })
    expect(new Set(actions)).toEqual(new Set(['block']))
    expect(await site.stores.rules.list(site.project.id)).toMatchObject([{ id, observeOnly: false }])
  })
})
