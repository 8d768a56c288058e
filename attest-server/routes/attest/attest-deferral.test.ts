import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Observation, type ObservationId, seen } from '../../../shared/observation.js'
import type { AttestResponse } from '../../../shared/wire/verdict.js'
import { DEFERRED_MINUTES, DEFERRED_VERDICTS } from '../../core/deferral/deferral.js'
import { addRule } from '../../testing/add-rule.js'
import { askAs, type Client, comeAs, createCrowdServer, explained } from '../../testing/crowd.js'
import { createDevice, type TestDevice } from '../../testing/honest-client.js'
import { createSessionSite } from '../../testing/session-site.js'
import type { TestServer, TestServerOptions } from '../../testing/test-server.js'

// Crowds: dozens of requests, each with its signature.
vi.setConfig({ testTimeout: 60_000 })

type Said = ReadonlyMap<ObservationId, Observation>
const said = (...ids: readonly ObservationId[]): Said => new Map(ids.map((id) => [id, seen(true)]))
/** One family, about even odds: a challenge. */
const soft = said('tell.platform', 'tell.mobile-hint')
const hard = said('tell.webdriver')
const address = '198.51.100.7'
const [, MOST] = DEFERRED_VERDICTS
const [, LATEST] = DEFERRED_MINUTES

let device: TestDevice
beforeAll(async () => {
  device = await createDevice()
})

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await createCrowdServer(options)
  await server.stores.settings.change(server.project.id, { delayEnforcement: true })
  return server
}
const come = (server: TestServer, observations: Said = soft, changes: Partial<Client> = {}): Promise<AttestResponse> =>
  comeAs(server, { device, address, observations, ...changes })
/** Asks from one network with ever new keys, until it is turned away. @returns how often it was let through */
async function wearOut(server: TestServer): Promise<number> {
  for (let i = 0; i <= MOST; i++) if ((await come(server, soft, { device: await createDevice() })).action !== 'allow') return i
  throw new Error('its deferral never ends')
}
/** What a browser can read, without names that are different in each verdict. */
function readable({ token, action, score, band, assurance, expiresIn }: AttestResponse): object {
  const { jti: _, reference: __, iat: ___, exp: ____, eat_nonce: _____, sub: ______, ...claims } = decodeJwt(token)
  return { action, score, band, assurance, expiresIn, claims }
}

describe('a project that delays nothing, as none does by default', () => {
  it('turns away at once', async () => {
    const server = await createCrowdServer()
    const answer = await come(server)
    expect(answer.action).toBe('challenge')
    expect(await explained(server, answer)).not.toHaveProperty('deferred')
  })
})

describe('a project that delays enforcement', () => {
  it('lets through for now whom soft evidence turns away, and the browser reads what it reads of a person', async () => {
    const server = await start()
    const [person, robot] = [await come(server, said()), await come(server)]
    expect(robot.action).toBe('allow')
    expect(readable(robot)).toEqual(readable(person))
  })

  it('tells its owner what was decided, whole', async () => {
    const server = await start()
    const record = await explained(server, await come(server))
    expect(record).toMatchObject({ action: 'allow', appraised: 'challenge', deferred: true, band: 'suspicious' })
    expect(record.posterior).toBeGreaterThan(0.5)
    expect([record.kind === undefined, record.counterfactuals.length > 0]).toEqual([false, true])
    const ofPerson = await explained(server, await come(server, said()))
    expect([ofPerson.deferred, ofPerson.appraised]).toEqual([undefined, undefined])
  })

  it('turns away in the end, and then every time, whatever key and session', async () => {
    const server = await start()
    expect(await wearOut(server)).toBeLessThanOrEqual(MOST)
    for (let i = 0; i < 5; i++) expect((await come(server)).action).toBe('challenge')
    expect((await come(server, said())).action, 'who is not suspected').toBe('allow')
    expect((await come(server, soft, { address: '203.0.113.9' })).action, 'another network').toBe('allow')
  })

  it('turns away when the time is over, however few there were', async () => {
    const server = await start()
    expect((await come(server)).action).toBe('allow')
    server.pass(60 * LATEST)
    expect((await come(server)).action).toBe('challenge')
  })

  it('tells nothing by the price of the next challenge', async () => {
    const server = await start()
    const { session } = await come(server)
    for (let i = 0; i < 15; i++) await come(server, soft, { session })
    expect((await askAs(server, { device, address, session })).pow.difficulty).toBe(1)
  })
})

describe('what is enforced at once all the same', () => {
  it('is what proves a robot; and that ends no deferral, or one such question would', async () => {
    const server = await start()
    expect((await come(server, hard)).action).toBe('block')
    expect((await come(server)).action).toBe('allow')
    expect((await come(server, hard)).action).toBe('block')
  })

  it('is what a rule or a toggle decides', async () => {
    const server = await start()
    await addRule(server, 'tell.platform', 'block')
    expect((await come(server)).action).toBe('block')
    const toggled = await start()
    await toggled.stores.settings.change(toggled.project.id, { challengeLikely: true, threshold: 99 })
    expect((await come(toggled)).action).toBe('challenge')
  })

  it('is all that comes from where nobody knows: behind a proxy that is not counted', async () => {
    const server = await start({ settings: { trustedProxies: 0 } })
    expect((await come(server)).action).toBe('challenge')
  })

  it('and an exception uses up nothing', async () => {
    const server = await start()
    const { reference, subject } = { reference: 'AAAAA-AAAAB', subject: `device:${device.thumbprint}` }
    await server.stores.exceptions.add(server.project.id, { reference, subject, until: server.now() + 86_400 })
    const record = await explained(server, await come(server))
    expect([record.action, record.exception, record.deferred]).toEqual(['allow', reference, undefined])
  })
})

describe('whoever follows up with the project’s key', () => {
  it('reads what was decided of the session, and by the verdict’s name, at once; siteverify says what was signed', async () => {
    const site = await createSessionSite({ settings: { trustedProxies: 1, pow: { count: 16, difficulty: 1 } } })
    await site.stores.settings.change(site.project.id, { delayEnforcement: true })
    const { session, token, reference } = await come(site)
    const reason = 'What was seen speaks for a bot; its browser has not been told.'
    expect(await site.verdict(session)).toMatchObject({ action: 'challenge', reason })
    expect(await (await site.backend('GET', `/v1/verdicts/${reference}`)).json()).toMatchObject({ appraised: 'challenge', deferred: true })
    const live = await site.issue('live')
    const answer = await site.app.request(`/api/v1/verdict?token=${session}`, { headers: { 'x-api-key': live } })
    expect(await answer.json()).toMatchObject({ action: 'challenge' })
    const body = new URLSearchParams({ secret: site.secretKey, response: token })
    const verified = await site.app.request('/siteverify', { method: 'POST', body })
    expect(await verified.json()).toMatchObject({ success: true, verdict: 'allow' })
  })
})

describe('a prober', () => {
  it('is told the same of whatever soft evidence it brings, as long as its network is deferred: half of what asks, too', async () => {
    const server = await start()
    const half = said('tell.platform')
    const answers = []
    for (const observations of [said(), half, soft, said(), half, soft]) answers.push(readable(await come(server, observations)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const plain = await createCrowdServer()
    const told = [(await come(plain)).band, (await come(plain, half)).band, (await come(plain, said())).band]
    expect(new Set(told).size, 'three things where nothing is delayed').toBe(3)
  })
})
