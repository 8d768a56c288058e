import { brotliDecompressSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient, createDashboardServer, type DashboardClient, logIn } from '../../testing/dashboard-client.js'
import { dashboardOperations } from '../../testing/dashboard-operations.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'

const server: TestServer = await createDashboardServer()
const cases = dashboardOperations(server)
const ofProjects = cases.filter(({ path }) => path.includes(':project'))
const filled = (path: string, project = server.project.id): string => path.replace(':project', project).replace(/:\w+/g, 'x')

let client: DashboardClient
let stranger: DashboardClient
beforeAll(async () => {
  client = await logIn(server)
  stranger = await logIn(server, 'Stranger')
})
// So that no limit is met: those have tests of their own.
beforeEach(() => server.pass(61))

/** A body that the operation takes, where that matters: nothing may have been done all the same. */
const bodies: Readonly<Record<string, unknown>> = {
  '/login/token': { token: 'x' },
  '/login/password': { email: 'a@b.example', password: 'x' },
  '/login/passkey': { response: { id: 'x' } },
  '/security/password': { password: 'a new password' },
  '/security/passkeys': { response: { id: 'x' }, name: 'x' },
  '/projects/:project/rules': { name: 'Everybody', expression: 'score < 99', action: 'block' },
  '/projects/:project/rules/:rule': { name: 'Everybody', expression: 'score < 99', action: 'block', version: 1 },
  '/projects/:project/rules/preview': { expression: 'score < 99', action: 'block' },
  '/projects/:project/keys': { kind: 'yeb' },
  '/projects/:project/scoring/rotate': { type: 'private' },
  '/projects/:project/scoring/settings': { block_definite: true },
  '/projects/:project/scoring/preview': { block_definite: true },
  '/projects/:project/enforcement': { delayed: true },
  '/projects/:project/movement': { keep_hours: 24 },
  '/projects/:project/exceptions': { reference: 'AAAAA-AAAAA' },
  '/projects/:project/revocations': { session: 'sess_1' },
}

const bodyOf = (method: string, path: string): unknown => (method === 'GET' ? undefined : bodies[path])

describe('the dashboard’s API', () => {
  it('has a test for each of its operations', () => {
    expect(cases.length).toBeGreaterThan(35)
    expect(ofProjects.length).toBeGreaterThan(20)
  })

  it.each(cases.filter(({ isOpen }) => !isOpen))('$method $path is for who is logged in', async ({ method, path }) => {
    const nobody = createClient(server)
    const tries = [
      {},
      { cookie: `vouchsafe=p_${'A'.repeat(43)}` },
      { cookie: `__Host-vouchsafe=s_${'A'.repeat(43)}` },
      { cookie: 'vouchsafe=' },
    ]
    for (const headers of tries) expect((await nobody.ask(method, filled(path), bodyOf(method, path), headers)).status).toBe(401)
  })

  it.each(cases)('$method $path refuses what another site’s page sends', async ({ method, path, isOpen }) => {
    const ask = (headers: Record<string, string>) => client.ask(method, filled(path), bodyOf(method, path), headers)
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect((await ask({ 'sec-fetch-site': site })).status, site).toBe(403)
      expect((await ask({ 'sec-fetch-site': site, origin: '' })).status, site).toBe(403)
    }
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example:8787'])
      expect((await ask({ 'sec-fetch-site': '', origin })).status, origin).toBe(403)
    if (method !== 'GET') expect((await ask({ 'sec-fetch-site': '', origin: '' })).status).toBe(403)
    if (isOpen) return
    expect((await client.ask('GET', '/me')).status, 'still logged in').toBe(200)
  })

  it.each(cases.filter(({ method }) => method === 'POST' || method === 'PUT'))(
    '$method $path takes JSON alone',
    async ({ method, path }) => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const { status } = await client.ask(method, filled(path), bodies[path], { 'content-type': type })
        expect([status, type]).toEqual([415, type])
      }
    },
  )

  it.each(ofProjects)('$method $path is closed to another account, and to projects that never were', async ({ method, path }) => {
    expect((await stranger.ask(method, filled(path), bodyOf(method, path))).status).toBe(403)
    expect((await client.ask(method, filled(path, 'prj_none'), bodyOf(method, path))).status).toBe(403)
  })

  it.each(cases.filter(({ method, path }) => (method === 'POST' || method === 'PUT') && bodies[path] !== undefined))(
    '$method $path takes no body that is too large, broken or of another shape',
    async ({ method, path }) => {
      const large = JSON.stringify({ ...(bodies[path] as object), more: 'x'.repeat(100_000) })
      expect((await client.ask(method, filled(path), large)).status).toBe(413)
      for (const broken of ['{', '[]', 'null', '{"__proto__":{}}', '"x"']) {
        const { status } = await client.ask(method, filled(path), broken)
        expect([[400, 429].includes(status), broken, status]).toEqual([true, broken, status])
      }
    },
  )

  it('stands in no document, and is nowhere where it is off', async () => {
    expect(await (await server.app.request('/openapi.json')).text()).not.toContain('/dashboard')
    const without = await createTestServer()
    expect((await without.app.request('/dashboard')).status).toBe(404)
    expect((await without.app.request('/dashboard/api/me')).status).toBe(404)
  })

  it('opens no operation of the control plane by its cookie', async () => {
    const { status } = await server.app.request('/v1/account', { headers: { cookie: client.cookie } })
    expect(status).toBe(401)
  })
})

describe('the page', () => {
  it('is served at every address of its own, with a policy that lets in nothing else', async () => {
    for (const path of ['/dashboard', '/dashboard/', '/dashboard/prj_1/sessions/sess_1']) {
      const response = await server.app.request(path)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
      const policy = response.headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|\*|http/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('has files that may be kept for ever, and no others', async () => {
    const file = await server.app.request('/dashboard/assets/main-0123456789.js')
    expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(file.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    const small = await server.app.request('/dashboard/assets/main-0123456789.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual(['br', expect.stringContaining('Accept-Encoding')])
    expect(brotliDecompressSync(await small.arrayBuffer()).toString()).toBe(await file.text())
    for (const path of [
      '/dashboard/assets/none.js',
      '/dashboard/assets/index.html',
      '/dashboard/assets',
      '/dashboard/api/none',
      '/dashboards',
    ])
      expect([(await server.app.request(path)).status, path]).toEqual([404, path])
    expect((await server.app.request('/dashboard', { method: 'POST' })).status).toBe(404)
  })
})
