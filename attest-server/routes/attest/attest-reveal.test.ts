import { beforeEach, describe, expect, it } from 'vitest'
import { pastesPassword } from '../../../shared/features/testing/people.js'
import { seen } from '../../../shared/observation.js'
import { traceOf } from '../../../shared/trace/testing/trace-of.js'
import { MAX_ATTEST_BYTES } from '../../../shared/wire/evidence.js'
import { createDevice, stillClaims } from '../../testing/honest-client.js'
import { ask, askedOf, askingServer, attestAll, type Came, come, isQuestion, shownOf, signsUp } from '../../testing/reveal-visit.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { visit } from '../../testing/visit.js'

let server: TestServer
beforeEach(async () => {
  server = await askingServer()
})

/** Enough to be asked by a screen. */
const doubtful = new Map([
  ['tell.platform', seen(true)],
  ['tell.mobile-hint', seen(true)],
] as const)

const isAsked = async (came: Came | Promise<Came>) => isQuestion(await ask(await came))

describe('POST /v1/attest asks for slices of the trace', () => {
  it('before it gives a verdict to whoever has shown none yet, and then never again', async () => {
    const device = await createDevice()
    const came = await come(server, { device })
    const asked = await askedOf(came)
    expect(Object.keys(asked).sort()).toEqual(['reveal', 'slices'])
    expect([asked.reveal.length <= 400, asked.slices.length]).toEqual([true, 3])
    const response = await came.page.attest({ ...came.body, ...shownOf(came, asked) })
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ action: 'allow', assurance: 'signed' })])
    for (const seed of [2, 3, 4]) expect(await isAsked(come(server, { device, events: signsUp(seed) }))).toBe(false)
  })

  it('of all of the others, if it is told to, or of none', async () => {
    const device = await createDevice()
    for (const share of [0, 1]) {
      server = await askingServer(share)
      await attestAll(await come(server, { device }))
      for (const seed of [2, 3, 4]) expect(await isAsked(come(server, { device, events: signsUp(seed) }))).toBe(share === 1)
    }
  })

  it('where there is doubt, and where a screen has asked', async () => {
    const device = await createDevice()
    await attestAll(await come(server, { device }))
    expect(await isAsked(come(server, { device, observations: doubtful }))).toBe(true)
    expect(await isAsked(come(server, { device, request: { round: 1 } }))).toBe(true)
  })

  it('of whoever has shown something wrong, until they show what is right', async () => {
    const device = await createDevice()
    await attestAll(await come(server, { device }))
    const liar = await come(server, { device, observations: doubtful })
    await liar.page.attest({ ...liar.body, ...shownOf(liar, await askedOf(liar)), path: '' })
    expect(await isAsked(come(server, { device, events: signsUp(3) }))).toBe(true)
    await attestAll(await come(server, { device, events: signsUp(4) }))
    expect(await isAsked(come(server, { device, events: signsUp(5) }))).toBe(false)
  })

  it('of whoever was asked and did not answer, until they do', async () => {
    const device = await createDevice()
    await attestAll(await come(server, { device }))
    expect(await isAsked(come(server, { device, observations: doubtful }))).toBe(true)
    for (const seed of [3, 4]) expect(await isAsked(come(server, { device, events: signsUp(seed) }))).toBe(true)
    await attestAll(await come(server, { device, events: signsUp(5) }))
    expect(await isAsked(come(server, { device, events: signsUp(6) }))).toBe(false)
  })

  it('of everybody where the project delays its answers: a question tells nobody what was decided', async () => {
    await server.stores.settings.change(server.project.id, { delayEnforcement: true })
    const [device, stranger] = [await createDevice(), await createDevice()]
    await attestAll(await come(server, { device }))
    expect(await isAsked(come(server, { device, events: signsUp(2) }))).toBe(true)
    expect(await isAsked(come(server, { device, events: signsUp(3), observations: doubtful }))).toBe(true)
    const blocked = new Map([...doubtful, ['tell.brands', seen(true)], ['tell.worker-languages', seen(true)]] as const)
    expect(await isAsked(come(server, { device: stranger, observations: blocked }))).toBe(true)
  })

  it('of a page that cannot sign', async () => {
    const came = await come(server, { device: { ...(await createDevice()), thumbprint: '' } })
    const { challenge, evidence } = came.body
    const unsigned = JSON.parse(Buffer.from(evidence.split('.')[1]!, 'base64url').toString())
    const asked = await (await came.page.attest({ challenge, unsigned })).json()
    const response = await came.page.attest({ challenge, unsigned, ...shownOf(came, asked) })
    expect(await response.json()).toMatchObject({ action: expect.any(String), assurance: 'unsigned' })
  })

  it('never where there is too little to show, or nothing was observed', async () => {
    expect(await isAsked(come(server, { events: pastesPassword(1).slice(0, 15) }))).toBe(false)
    const page = await visit(server)
    const still = { ...stillClaims(page.claims()), trace: undefined }
    expect(await (await page.attest(await page.body(still))).json()).toMatchObject({ action: 'allow' })
  })

  it('never of who is blocked anyway, with a test key, or where the operator wants none', async () => {
    expect(await attestAll(await come(server, { observations: new Map([['tell.webdriver', seen(true)]]) }))).toMatchObject({
      action: 'block',
    })
    expect(await isAsked(come(server, { observations: new Map([['tell.webdriver', seen(true)]]) }))).toBe(false)
    expect(await isAsked(come(server, { request: { siteKey: 'pk_test_challenge' } }))).toBe(false)
    server = await createTestServer({ settings: { revealShare: undefined } })
    expect(await isAsked(come(server))).toBe(false)
  })

  it('in no more bytes than a request may have', async () => {
    const long = Array.from({ length: 12 }, (_, i) => signsUp(i).map((event) => ({ ...event, t: event.t + 45_000 * i }))).flat()
    const came = await come(server, { events: long })
    const shown = JSON.stringify(shownOf(came, await askedOf(came)))
    expect(shown.length).toBeLessThan(2500)
    expect(JSON.stringify(came.body).length + shown.length).toBeLessThan(MAX_ATTEST_BYTES)
  })
})

describe('a question for slices', () => {
  it('is as good as a challenge: whoever brings the evidence again is refused', async () => {
    const came = await come(server)
    await askedOf(came)
    expect(await came.page.outcome(came.body)).toEqual({ status: 409, code: 'challenge-used', reason: 'challenge-used' })
  })

  it('yields one verdict of 50 parallel answers', async () => {
    const came = await come(server)
    const body = { ...came.body, ...shownOf(came, await askedOf(came)) }
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await came.page.attest(body)).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(49)
    expect(await came.page.outcome(body)).toEqual({ status: 409, code: 'challenge-used', reason: 'reveal-used' })
  })

  it('is answered once, also by a lie: what comes after it comes too late', async () => {
    const came = await come(server)
    const shown = shownOf(came, await askedOf(came))
    expect(await came.page.outcome({ ...came.body, ...shown, path: '' })).toMatchObject({ reason: 'slices-unproved' })
    expect(await came.page.outcome({ ...came.body, ...shown })).toMatchObject({ status: 409, reason: 'reveal-used' })
  })

  it('may be answered for half a minute, also where the challenge ends meanwhile', async () => {
    const came = await come(server)
    server.pass(298)
    const body = { ...came.body, ...shownOf(came, await askedOf(came)) }
    server.pass(29)
    expect((await came.page.attest(body)).status).toBe(200)
    const late = await come(server)
    const answer = { ...late.body, ...shownOf(late, await askedOf(late)) }
    server.pass(30)
    expect(await late.page.outcome(answer)).toEqual({ status: 410, code: 'challenge-expired', reason: 'reveal-expired' })
  })

  it('is for the evidence that it was asked of', async () => {
    const [one, other] = [await come(server), await come(server, { events: signsUp(2) })]
    const [asked, askedOther] = [await askedOf(one), await askedOf(other)]
    const crossed = { ...one.body, ...shownOf(one, { ...asked, reveal: askedOther.reveal }) }
    expect(await one.page.outcome(crossed)).toMatchObject({ status: 403, reason: 'reveal-of-another' })
    const swapped = {
      challenge: one.body.challenge,
      evidence: other.body.evidence,
      ...shownOf(other, { ...askedOther, reveal: asked.reveal }),
    }
    expect(await one.page.outcome(swapped)).toMatchObject({ status: 403, reason: 'reveal-of-another' })
  })

  it('is one that this server asked', async () => {
    const came = await come(server)
    const asked = await askedOf(came)
    const shown = shownOf(came, asked)
    const [head, payload, mac] = asked.reveal.split('.')
    const changed = Buffer.from(payload!, 'base64url').toString().replace('"slices":[', '"slices":[0,')
    for (const reveal of [
      `${head}.${Buffer.from(changed).toString('base64url')}.${mac}`,
      came.body.challenge,
      came.body.evidence.slice(0, 900),
      'x',
    ])
      expect(await came.page.outcome({ ...came.body, ...shown, reveal })).toEqual({
        status: 403,
        code: 'evidence-refused',
        reason: 'reveal-forged',
      })
  })

  it('that nobody answers leaves nothing behind', async () => {
    const came = await come(server)
    await askedOf(came)
    const { stores, project, now } = server
    expect(await stores.devices.recall(came.page.device.thumbprint, now())).toBeUndefined()
    expect(await stores.verdicts.latest(project.id, came.page.challenge.session)).toBeUndefined()
    server.pass(10 * 60)
    // The claim of its challenge, and how many challenges there were.
    expect(await stores.prune(now())).toBeLessThanOrEqual(3)
  })

  it('that is answered leaves what one verdict leaves: the same movements were there once', async () => {
    await attestAll(await come(server))
    const second = await attestAll(await come(server))
    const record = await server.stores.verdicts.find(server.project.id, second.reference)
    expect(record?.observations.find(({ id }) => id === 'session.repeats')).toMatchObject({ value: 1 })
    expect(server.log.filter(({ event }) => event === 'bug')).toEqual([])
  })
})

describe('whoever lies about a trace', () => {
  it('reads the same refusal whatever the lie, and the log says which it was', async () => {
    const device = await createDevice()
    const lies: readonly ((came: Came, shown: Record<string, unknown>) => object)[] = [
      (_, shown) => ({ ...shown, path: '' }),
      (_, { slices, ...shown }) => ({ ...shown, slices: [...(slices as string[])].reverse() }),
      (_, { slices, ...shown }) => ({ ...shown, slices: (slices as string[]).slice(1) }),
      ({ open }, shown) => ({ ...shown, ...open([0, 1, 3]), path: 'AAAA' }),
    ]
    const texts = new Set<string>()
    for (const lie of lies) {
      const came = await come(server, { device })
      const shown = shownOf(came, await askedOf(came)) as Record<string, unknown>
      const response = await came.page.attest({ ...came.body, ...lie(came, shown) })
      expect(response.status).toBe(403)
      texts.add(await response.text())
      expect(server.log.at(-1)?.reason).toMatch(/^(slices-unproved|slices-impossible|reveal-length)$/)
    }
    expect(texts.size).toBe(1)
    expect([...texts][0]).toContain('evidence-refused')
  })

  it('cannot put a trace that was shown once under another challenge', async () => {
    const first = await come(server)
    await attestAll(first)
    const { trace } = JSON.parse(Buffer.from(first.body.evidence.split('.')[1]!, 'base64url').toString())
    const again = await come(server, { commit: () => ({ trace, open: first.open }) })
    const body = { ...again.body, ...shownOf(again, await askedOf(again)) }
    expect(await again.page.outcome(body)).toMatchObject({ status: 403, reason: 'slices-unproved' })
  })

  it('is refused at once where the trace is not even that of the summary', async () => {
    const came = await come(server, { commit: traceOf(signsUp(9)).commit })
    expect(await came.page.outcome(came.body)).toMatchObject({ status: 403, code: 'evidence-refused', reason: 'trace-impossible' })
  })

  it('gives away no slice to the log', async () => {
    const came = await come(server)
    const shown = shownOf(came, await askedOf(came)) as { slices: string[] }
    await came.page.attest({ ...came.body, ...shown })
    const log = JSON.stringify(server.log)
    for (const slice of shown.slices) expect(log).not.toContain(slice.slice(0, 24))
  })
})
