import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createDigestEmail } from '../../core/accounts/digest-email.js'
import type { Me } from '../../dashboard/wire/login.js'
import type { Problem } from '../../dashboard/wire/problem.js'
import type { Security } from '../../dashboard/wire/security.js'
import type { SlowHash } from '../../logins/create-passwords.js'
import { accountToken } from '../../testing/account-token.js'
import { createClient, createDashboardServer, logIn } from '../../testing/dashboard-client.js'
import type { TestServer } from '../../testing/test-server.js'

let server: TestServer
beforeAll(async () => {
  server = await createDashboardServer()
})

const PASSWORD = 'correct horse battery'

describe('coming in with a token', () => {
  it('begins a session whose cookie no script and no other site gets', async () => {
    const client = createClient(server)
    const response = await client.ask('POST', '/login/token', { token: await accountToken(server) })
    const me = (await response.json()) as Me
    expect(me).toMatchObject({ account: { plan: 'free' }, projects: [{ id: server.project.id }], session: { by: 'token' } })
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/^vouchsafe=p_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/)
    expect(await client.read('/me')).toEqual(me)
  })

  it('is for tokens of accounts alone, and says the same of all else', async () => {
    const client = createClient(server)
    const bodies = [server.secretKey, await server.issue('afk'), 'a'.repeat(64), ''].map((token) => ({ token }))
    for (const body of bodies) {
      const response = await client.ask('POST', '/login/token', body)
      expect([response.status, client.cookie]).toEqual([401, ''])
    }
  })

  it('ends with the token', async () => {
    const client = await logIn(server, 'Revoked')
    const [key] = await server.apiKeys.list('acc_Revoked')
    await server.apiKeys.revoke('acc_Revoked', key!.id)
    expect((await client.ask('GET', '/me')).status).toBe(401)
  })

  it('over TLS gives out a cookie that no other host can set, and takes no other', async () => {
    const secure = await createDashboardServer({ settings: { issuer: 'https://attest.shop.example' } })
    const client = createClient(secure)
    const own = { origin: 'https://attest.shop.example' }
    const response = await client.ask('POST', '/login/token', { token: await accountToken(secure) }, own)
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-vouchsafe=s_[\w-]{43}; Secure; Path=\/; HttpOnly; SameSite=Strict/)
    const token = client.cookie.split('=')[1]!
    expect((await client.ask('GET', '/me', undefined, own)).status).toBe(200)
    expect((await client.ask('GET', '/me', undefined, { ...own, cookie: `vouchsafe=${token}` })).status).toBe(401)
  })
})

describe('a session', () => {
  it('is over after a night of silence, and after a week however busy', async () => {
    const own = await createDashboardServer()
    const client = await logIn(own)
    own.pass(11 * 3600)
    expect((await client.ask('GET', '/me')).status).toBe(200)
    own.pass(11 * 3600)
    expect((await client.ask('GET', '/me')).status).toBe(200)
    own.pass(12 * 3600)
    expect((await client.ask('GET', '/me')).status).toBe(401)
    const busy = await logIn(own)
    for (let hours = 0; hours < 167; hours++) {
      own.pass(3600)
      expect((await busy.ask('GET', '/me')).status).toBe(200)
    }
    own.pass(3600)
    expect((await busy.ask('GET', '/me')).status).toBe(401)
  })

  it('that was left is worth nothing to who has copied its cookie', async () => {
    const client = await logIn(server)
    const stolen = client.cookie
    expect((await client.ask('POST', '/logout')).status).toBe(204)
    expect(client.cookie).toBe('vouchsafe=')
    expect((await client.ask('GET', '/me', undefined, { cookie: stolen })).status).toBe(401)
  })

  it('gives its account no more room than others do', async () => {
    const own = await createDashboardServer()
    const one = await logIn(own)
    const remaining = async (client: typeof one) => Number((await client.ask('GET', '/security')).headers.get('ratelimit-remaining'))
    const before = await remaining(one)
    expect(await remaining(await logIn(own))).toBe(before - 1)
    expect(await remaining(await logIn(own, 'Stranger'))).toBe(before)
  })

  it('is listed and ended from another one, by its own account alone', async () => {
    const [one, other, stranger] = [await logIn(server), await logIn(server), await logIn(server, 'Stranger')]
    const { sessions } = await one.read<Security>('/security')
    expect(sessions[0]).toMatchObject({ isThis: true, by: 'token', browser: 'Firefox on Linux' })
    const { id } = (await other.read<Me>('/me')).session
    expect((await stranger.ask('DELETE', `/security/sessions/${id}`)).status).toBe(404)
    expect((await one.ask('DELETE', `/security/sessions/${id}`)).status).toBe(204)
    expect((await other.ask('GET', '/me')).status).toBe(401)
  })

  it('is kept as a digest: the store holds nothing that opens one', async () => {
    const client = await logIn(server)
    const token = client.cookie.split('=')[1]!
    expect(JSON.stringify(await server.stores.credentials.list('acc_Owner', 'session'))).not.toContain(token)
  })
})

describe('coming in with a password', () => {
  const guess = (email: string, password: string, of = server) => createClient(of).ask('POST', '/login/password', { email, password })

  async function emailDigest(of: TestServer, email: string): Promise<string> {
    return createDigestEmail(of.stores.texts, (length) => crypto.getRandomValues(new Uint8Array(length)))(email)
  }

  /** An account of an address, with a password. */
  async function known(slowHash?: SlowHash) {
    const own = await createDashboardServer({}, slowHash)
    const email = 'owner@shop.example'
    const id = 'acc_mail'
    await own.stores.accounts.create({ id, name: 'Mail', emailHash: await emailDigest(own, email), createdAt: own.now(), plan: 'free' })
    const issued = await own.apiKeys.issue(id, 'account', '', 'free')
    if (!issued.ok) throw new Error(issued.error)
    const client = createClient(own)
    await client.ask('POST', '/login/token', { token: issued.value.secret })
    expect((await client.ask('PUT', '/security/password', { password: PASSWORD })).status).toBe(204)
    return { own, email, client }
  }

  it('takes the right one, however the address is written', async () => {
    const { own, email } = await known()
    expect((await guess(email, PASSWORD, own)).status).toBe(200)
    expect((await guess(` ${email.toUpperCase()} `, PASSWORD, own)).status).toBe(200)
  })

  it('says the same of a wrong password and of an unknown account', async () => {
    const { own, email } = await known()
    const answers = await Promise.all([guess(email, 'wrong', own), guess('nobody@shop.example', PASSWORD, own)])
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    expect(bodies[0]).toBe(bodies[1])
  })

  it('is tried ten times for an account in a quarter of an hour, known or not, and the right one then waits, too', async () => {
    const { own, email } = await known()
    for (const address of [email, 'nobody@shop.example']) {
      for (let i = 0; i < 10; i++) expect((await guess(address, `wrong ${i}`, own)).status).toBe(401)
      const late = await guess(address, PASSWORD, own)
      expect([late.status, ((await late.json()) as Problem).retryAfter]).toEqual([429, expect.any(Number)])
      own.pass(61)
    }
    own.pass(900)
    expect((await guess(email, PASSWORD, own)).status).toBe(200)
  })

  it('changes with the current one alone, and ends all other sessions', async () => {
    const { own, email, client } = await known()
    const other = createClient(own)
    await other.ask('POST', '/login/password', { email, password: PASSWORD })
    const change = (current?: string) =>
      other.ask('PUT', '/security/password', { password: 'another good one', ...(current && { current }) })
    expect((await change()).status).toBe(403)
    expect((await change('wrong')).status).toBe(403)
    expect((await change(PASSWORD)).status).toBe(204)
    expect((await client.ask('GET', '/me')).status).toBe(401)
    expect((await other.ask('GET', '/me')).status).toBe(200)
    expect((await guess(email, PASSWORD, own)).status).toBe(401)
  })

  it('that was replaced while it was proved opens nothing', async () => {
    let overtake: (() => Promise<unknown>) | undefined
    const { own, email, client } = await known({
      hash: async (text) => `quick:${text}`,
      async verify(hash, text) {
        const isRight = hash === `quick:${text}`
        await overtake?.()
        return isRight
      },
    })
    overtake = async () => {
      overtake = undefined
      expect((await client.ask('PUT', '/security/password', { password: 'another good one' })).status).toBe(204)
    }
    const late = await guess(email, PASSWORD, own)
    expect([late.status, late.headers.get('set-cookie')]).toEqual([401, null])
    expect((await client.read<Security>('/security')).sessions).toHaveLength(1)
    expect((await guess(email, 'another good one', own)).status).toBe(200)
  })

  it('that somebody else sets at the same moment is not said to hold', async () => {
    const { own, client } = await known()
    const change = vi.spyOn(own.stores.credentials, 'change').mockResolvedValue(false)
    expect((await client.ask('PUT', '/security/password', { password: 'another good one' })).status).toBe(409)
    change.mockRestore()
  })

  it('refuses a short one', async () => {
    const { client } = await known()
    expect((await client.ask('PUT', '/security/password', { password: 'short' })).status).toBe(400)
  })

  it('is limited for an address, whichever accounts are tried', async () => {
    const own = await createDashboardServer()
    const statuses: number[] = []
    for (let i = 0; i < 25; i++) statuses.push((await guess(`a${i}@shop.example`, 'wrong', own)).status)
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true)
    expect(statuses.slice(20).every((status) => status === 429)).toBe(true)
  })

  it('leaves the other ways open where it is refused', async () => {
    const own = await createDashboardServer()
    for (let i = 0; i < 21; i++) await guess(`a${i}@shop.example`, 'wrong', own)
    expect((await guess('owner@shop.example', 'wrong', own)).status).toBe(429)
    expect((await logIn(own)).cookie).not.toBe('')
    expect((await createClient(own).ask('POST', '/login/passkey/options')).status).toBe(200)
  })
})
