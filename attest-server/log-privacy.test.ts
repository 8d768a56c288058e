import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLog } from './routes/http/log.js'
import { createDashboardServer } from './testing/dashboard-client.js'
import { executeExamples } from './testing/execute-examples.js'
import { createTestServer, ISSUER, type TestServer } from './testing/test-server.js'
import { visit } from './testing/visit.js'

/** What each field of a line may be: none of these can be an address, a token or a key. A route is one of those that are served. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  level: /^(info|error)$/,
  event: /^[a-z]+(-[a-z]+)*$/,
  request: /^[\w-]{1,40}$/,
  method: /^[A-Z]{1,8}$/,
  route: /^/,
  status: /^\d{3}$/,
  ms: /^\d+(\.\d)?$/,
  reason: /^[a-z]+([- ][a-z]+)*$/,
  identity: /^[a-z][a-z-]*$/i,
}

type Line = Readonly<Record<string, unknown>>
const wrongIn = (lines: readonly Line[], routes: ReadonlySet<string>) =>
  lines.flatMap((line) =>
    Object.entries(line).filter(([name, value]) => !FIELDS[name]?.test(String(value)) || (name === 'route' && !routes.has(String(value)))),
  )
const routesOf = ({ surfaces }: TestServer) => new Set(['none', ...surfaces.flatMap(({ endpoints }) => endpoints.map(({ path }) => path))])

describe('the log', () => {
  it('of everything that the documentation shows, on all surfaces, has lines of words of ours and numbers', async () => {
    const lines: Line[] = []
    const server = await createTestServer()
    const log = createLog(
      'info',
      (line) => lines.push(JSON.parse(line) as Line),
      () => 1_790_000_000,
    )
    await executeExamples({ log })
    const routes = routesOf(server)
    const shown = server.surfaces.flatMap(({ endpoints }) =>
      endpoints.filter((endpoint) => [endpoint.GET, endpoint.POST, endpoint.PUT, endpoint.DELETE].some((each) => each?.examples?.length)),
    )
    const probes = ['/healthz', '/readyz']
    const seen = new Set(lines.map(({ route }) => route))
    expect(shown.map(({ path }) => path).filter((path) => !seen.has(path) && !probes.includes(path))).toEqual([])
    expect(wrongIn(lines, routes)).toEqual([])
  }, 30_000)

  it('repeats nothing of what a client writes, wherever it is written', async () => {
    const server = await createDashboardServer()
    const routes = routesOf(server)
    const paths = [...routes].filter((path) => path !== 'none')
    const secret = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.constant(server.secretKey),
      fc.constant(`afk_${'0'.repeat(64)}`),
      fc.constant('a'.repeat(64)),
      fc.emailAddress(),
      fc.constant('eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2ln'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/x', ...paths),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        secret,
        fc.constantFrom('https://shop.example', ISSUER),
        async (path, method, secret, origin) => {
          server.log.length = 0
          const filled = path.replace(/:\w+/g, encodeURIComponent(secret))
          const given = {
            'x-request-id': secret,
            'x-forwarded-for': secret,
            'x-api-key': secret,
            authorization: `Bearer ${secret}`,
            cookie: secret,
          }
          const headers = { ...given, 'content-type': 'application/json', origin }
          const body =
            method === 'GET' ? {} : { body: JSON.stringify({ siteKey: secret, challenge: secret, evidence: secret, [secret]: secret }) }
          const response = await server.app.request(`${filled}?key=${encodeURIComponent(secret)}`, { method, headers, ...body })
          await response.text()
          expect(wrongIn(server.log, routes)).toEqual([])
          expect(JSON.stringify(server.log)).not.toContain(secret)
          // One line, by the id that the answer has.
          if (server.log.length > 0) expect(server.log.map(({ request }) => request)).toEqual([response.headers.get('x-request-id')])
        },
      ),
      { numRuns: 400 },
    )
  }, 30_000)

  it('names what was wrong with evidence by a word of ours', async () => {
    const server = await createTestServer()
    const page = await visit(server)
    const claims = [{ origin: 'https://203.0.113.9' }, { pow: 'x' }, { tally: [] }, { card: 'eyJ' }, { action: 'a@b.example' }, { v: 'x' }]
    for (const change of claims) await page.attest(await page.body(change))
    expect(server.log.filter(({ reason }) => reason !== undefined).length).toBe(claims.length)
    expect(wrongIn(server.log, routesOf(server))).toEqual([])
  })
})
