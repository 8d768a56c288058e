import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me, PasskeyRequest } from '../dashboard/wire/login.js'
import type { Passkey, Security } from '../dashboard/wire/security.js'
import { StoreUnavailable } from '../stores/ports.js'
import { createAuthenticator } from '../testing/authenticator.js'
import { createClient, createDashboardServer, type DashboardClient, logIn } from '../testing/dashboard-client.js'
import type { TestServer } from '../testing/test-server.js'
import { relyingParty } from './relying-party.js'

/** The server of tests is at 127.0.0.1, whose passkeys are those of localhost. */
const ORIGIN = 'http://localhost:8787'

let server: TestServer
let client: DashboardClient
beforeEach(async () => {
  server = await createDashboardServer()
  client = await logIn(server)
})

const optionsOf = async (path: string, by = client) => ((await (await by.ask('POST', path)).json()) as PasskeyRequest).options
const creation = () => optionsOf('/security/passkeys/options')
const request = () => optionsOf('/login/passkey/options', createClient(server))

async function register(authenticator = createAuthenticator(), origin = ORIGIN) {
  const response = authenticator.create(await creation(), origin)
  return client.ask('POST', '/security/passkeys', { response, name: 'Laptop' })
}
const enter = (response: unknown) => createClient(server).ask('POST', '/login/passkey', { response })

describe('a passkey', () => {
  it('is made, listed, lets its account in, and is removed', async () => {
    const authenticator = createAuthenticator()
    const made = await register(authenticator)
    expect([made.status, await made.json()]).toMatchObject([
      201,
      { id: authenticator.id, name: 'Laptop', usedAt: null } satisfies Partial<Passkey>,
    ])
    const entered = await enter(authenticator.get(await request(), ORIGIN))
    expect([entered.status, await entered.json()]).toMatchObject([
      200,
      { session: { by: 'passkey' } } satisfies { session: Partial<Me['session']> },
    ])
    const { passkeys } = await client.read<Security>('/security')
    expect(passkeys).toMatchObject([{ id: authenticator.id, usedAt: expect.any(String) }])
    const stranger = await logIn(server, 'Stranger')
    expect((await stranger.ask('DELETE', `/security/passkeys/${authenticator.id}`)).status).toBe(404)
    expect((await client.ask('DELETE', `/security/passkeys/${authenticator.id}`)).status).toBe(204)
    expect((await enter(authenticator.get(await request(), ORIGIN))).status).toBe(401)
  })

  it('answers a challenge once, and in time', async () => {
    const authenticator = createAuthenticator()
    await register(authenticator)
    const answer = authenticator.get(await request(), ORIGIN)
    expect((await enter(answer)).status).toBe(200)
    expect((await enter(answer)).status).toBe(401)
    const late = await request()
    server.pass(301)
    expect((await enter(authenticator.get(late, ORIGIN))).status).toBe(401)
  })

  it('is not believed at another origin, for another challenge, or where nobody was asked for a finger', async () => {
    const authenticator = createAuthenticator()
    await register(authenticator)
    expect((await enter(authenticator.get(await request(), 'https://evil.example'))).status).toBe(401)
    expect((await enter(authenticator.get({ ...((await request()) as object), challenge: 'bWFkZSB1cA' }, ORIGIN))).status).toBe(401)
    expect((await enter(authenticator.get({ ...((await request()) as object), rpId: 'evil.example' }, ORIGIN))).status).toBe(401)
    expect((await register(createAuthenticator(false))).status).toBe(400)
    expect((await register(createAuthenticator(), 'https://evil.example')).status).toBe(400)
  })

  it('takes no challenge that was made for something else', async () => {
    const authenticator = createAuthenticator()
    await register(authenticator)
    const made = (await creation()) as { readonly challenge: string; readonly rp: { readonly id: string } }
    expect((await enter(authenticator.get({ challenge: made.challenge, rpId: made.rp.id }, ORIGIN))).status).toBe(401)
    const asked = (await request()) as { readonly challenge: string }
    const response = createAuthenticator().create({ ...made, challenge: asked.challenge }, ORIGIN)
    expect((await client.ask('POST', '/security/passkeys', { response, name: 'x' })).status).toBe(400)
  })

  it('whose counter does not go on is a copy', async () => {
    const authenticator = createAuthenticator()
    await register(authenticator)
    expect((await enter(authenticator.get(await request(), ORIGIN, 7))).status).toBe(200)
    for (const count of [7, 3]) expect((await enter(authenticator.get(await request(), ORIGIN, count))).status).toBe(401)
    expect((await enter(authenticator.get(await request(), ORIGIN, 8))).status).toBe(200)
  })

  it('that is removed ends the sessions that it opened, and no others', async () => {
    const authenticator = createAuthenticator()
    await register(authenticator)
    const entered = createClient(server)
    await entered.ask('POST', '/login/passkey', { response: authenticator.get(await request(), ORIGIN) })
    expect((await client.read<Security>('/security')).sessions).toHaveLength(2)
    expect((await client.ask('DELETE', `/security/passkeys/${authenticator.id}`)).status).toBe(204)
    expect((await client.read<Security>('/security')).sessions).toMatchObject([{ by: 'token', isThis: true }])
    expect((await entered.ask('GET', '/me')).status).toBe(401)
  })

  it('is made by who has just come in, not by who finds a page open', async () => {
    server.pass(601)
    expect((await client.ask('POST', '/security/passkeys/options')).status).toBe(403)
    client = await logIn(server)
    expect((await register()).status).toBe(201)
  })

  it('is not called wrong where the store is away', async () => {
    const authenticator = createAuthenticator()
    await register(authenticator)
    const answer = authenticator.get(await request(), ORIGIN)
    const away = vi.spyOn(server.stores.replays, 'claimOnce').mockRejectedValue(new StoreUnavailable('away'))
    expect((await enter(answer)).status).toBe(503)
    expect((await register()).status).toBe(503)
    away.mockRestore()
    expect((await enter(answer)).status).toBe(200)
  })

  it('is added once', async () => {
    const authenticator = createAuthenticator()
    expect((await register(authenticator)).status).toBe(201)
    expect((await register(authenticator)).status).toBe(409)
  })

  it('that is nonsense is refused like one that is not known', async () => {
    const known = createAuthenticator()
    await register(known)
    const good = known.get(await request(), ORIGIN) as { readonly response: object }
    const bad: readonly unknown[] = [
      { id: 'none' },
      { id: known.id },
      { ...good, response: null },
      { ...good, response: { ...good.response, signature: 'AAAA' } },
      { ...good, response: { ...good.response, authenticatorData: '' } },
      { ...good, response: { ...good.response, clientDataJSON: 'e30' } },
      { ...good, type: 'x' },
    ]
    const answers = await Promise.all(bad.map(async (response) => (await enter(response)).status))
    expect(answers).toEqual(bad.map(() => 401))
  })
})

describe('what passkeys are bound to', () => {
  it.each([
    ['https://attest.shop.example', 'attest.shop.example', 'https://attest.shop.example'],
    ['http://127.0.0.1:8787', 'localhost', 'http://localhost:8787'],
    ['http://[::1]:80', 'localhost', 'http://localhost'],
  ])('at %s is %s', (issuer, rpID, origin) => {
    expect(relyingParty(issuer)).toEqual({ rpID, origins: [origin] })
  })
})
