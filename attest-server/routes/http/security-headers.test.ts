import { describe, expect, it } from 'vitest'
import { someAsset, someViewer } from '../../testing/some-files.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { securityDefaults } from './security-headers.js'

/** What every answer must say, whatever else it is (OWASP's list for APIs, as far as it is for the server to say). */
const server = await createTestServer({ deps: { assets: [someAsset], docsFiles: someViewer } })
const paths = server.surfaces.flatMap(({ endpoints }) => endpoints.map(({ path }) => path))
const filled = (path: string) => path.replace(':project', server.project.id).replace(/:\w+/g, 'x')
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const

/** @returns what is missing or too weak. */
function faultsOf(response: Response, policyOf: (policy: string) => boolean = (policy) => policy === POLICY): string[] {
  const { headers } = response
  const policy = headers.get('content-security-policy') ?? ''
  const said = (name: string) => headers.get(name) ?? ''
  return [
    ...(policyOf(policy) && isStrict(policy) ? [] : [`policy: ${policy}`]),
    ...(said('x-content-type-options') === 'nosniff' ? [] : ['nosniff']),
    ...(said('x-frame-options') === 'DENY' ? [] : ['frames']),
    ...(said('referrer-policy') === 'no-referrer' ? [] : ['referrer']),
    ...(said('cross-origin-resource-policy') === 'cross-origin' ? [] : ['resource policy']),
    ...(said('cache-control') === '' ? ['cache'] : []),
    ...(/server|x-powered-by|set-cookie/.test([...headers.keys()].join(' ')) ? ['too much'] : []),
    ...(said('access-control-allow-credentials') === '' ? [] : ['credentials']),
    ...(response.body === null || said('content-type') !== '' ? [] : ['type']),
  ]
}

const POLICY = securityDefaults['Content-Security-Policy']!
/** Nothing but what is named, no script but from here, in no frame. Scripts and styles stand in files, or are known by their hash. */
const isStrict = (policy: string): boolean =>
  /^default-src 'none';/.test(policy) &&
  /frame-ancestors 'none'/.test(policy) &&
  !/unsafe-|\*|http:|script-src (?!'self'(;|$))/.test(policy)

const ask = (of: TestServer, path: string, init: RequestInit = {}) => Promise.resolve(of.app.request(path, init))

describe('every answer carries the headers of safety:', () => {
  it.each(paths)('%s, by every method, without a key and with a wrong one, to programs and to browsers', async (path) => {
    for (const method of methods) {
      for (const headers of [
        {},
        { accept: 'text/html', origin: 'https://evil.example', authorization: 'Bearer wrong', 'x-api-key': 'wrong' },
      ]) {
        const response = await ask(server, filled(path), { method, headers, ...(/P(OST|UT|ATCH)/.test(method) ? { body: '{"a":' } : {}) })
        const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
        expect([path, method, response.status, faultsOf(response, isPage ? () => true : undefined)]).toEqual([
          path,
          method,
          response.status,
          [],
        ])
      }
    }
  })
  it.each(['/', '/nothing', '/v1/nothing', '/api/nothing', '/assets/../x', '/%2e%2e/%00', '/assets/%', `/${'a'.repeat(9000)}`])(
    '%s, where nothing is',
    async (path) => {
      const response = await ask(server, path)
      expect([response.status, faultsOf(response)]).toEqual([response.status, []])
      expect(response.status).toBeGreaterThanOrEqual(400)
    },
  )
  it('the files of the collector, and what is not there of them', async () => {
    for (const path of [`/assets/${someAsset.hashedName}`, '/assets/collector.none.js', '/assets/integrity.json'])
      expect([path, faultsOf(await ask(server, path))]).toEqual([path, []])
    const first = await ask(server, `/assets/${someAsset.hashedName}`)
    const again = await ask(server, `/assets/${someAsset.hashedName}`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(faultsOf(again)).toEqual([])
  })
  it('pages allow themselves what they show, and nothing else', async () => {
    const noscript = `/v1/noscript?${new URLSearchParams({ key: server.project.siteKey, return: 'https://shop.example/x' })}`
    for (const [path, own] of [
      ['/docs', "script-src 'self'"],
      ['/batch', "script-src 'self'"],
      [noscript, "form-action 'self' https://shop.example"],
    ] as const) {
      const response = await ask(server, path, { headers: { accept: 'text/html' } })
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8'])
      expect([path, faultsOf(response, (policy) => policy.includes(own))]).toEqual([path, []])
      const html = await response.text()
      expect([path, /<script(?![^>]* src=)|\son\w+=|javascript:/i.test(html)]).toEqual([path, false])
    }
  })
  it('what fails inside', async () => {
    const broken = await createTestServer()
    broken.stores.projects.bySiteKey = () => Promise.reject(new Error('a bug'))
    const response = await broken.post('/v1/challenge', { siteKey: broken.project.siteKey })
    expect([response.status, faultsOf(response)]).toEqual([500, []])
    expect(await response.text()).not.toContain('a bug')
  })
})
