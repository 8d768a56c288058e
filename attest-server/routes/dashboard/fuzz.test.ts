import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verdict } from '../../stores/contract/support.js'
import { createDashboardServer, logIn } from '../../testing/dashboard-client.js'
import { dashboardOperations } from '../../testing/dashboard-operations.js'

it('answers whatever somebody who is logged in sends, without a fault of its own', async () => {
  const server = await createDashboardServer()
  const client = await logIn(server)
  const { id } = server.project
  await server.stores.verdicts.record({ ...verdict, projectId: id, jti: 'known', issuedAt: server.now() }, server.now() + 86_400)
  const operations = dashboardOperations(server).filter(({ path }) => path !== '/logout' && !path.startsWith('/security/sessions'))
  const names = [
    'expression',
    'action',
    'name',
    'type',
    'kind',
    'reference',
    'seconds',
    'session',
    'password',
    'response',
    'likely_bot_threshold',
  ]
  const body = fc.oneof(
    fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('block', 'site', 'yeb', 'score < 5', 50)),
    ),
    fc.jsonValue({ maxDepth: 4 }),
  )
  const word = fc.oneof(fc.constant('known'), fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.constant('%00'))
  const query = fc.dictionary(fc.constantFrom('hours', 'most', 'before', 'after', 'from', 'to', 'action', 'kind', 'network'), word, {
    maxKeys: 3,
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...operations), body, word, query, async ({ method, path }, sent, filling, asked) => {
      server.pass(5)
      const address = path.replace(':project', id).replace(/:\w+/g, () => encodeURIComponent(filling))
      const response = await client.ask(method, `${address}?${new URLSearchParams(asked)}`, method === 'GET' ? undefined : sent)
      expect([response.status < 500, method, address, response.status]).toEqual([true, method, address, response.status])
      if (!response.ok) expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
    }),
    { numRuns: 1000 },
  )
  expect(server.log.filter(({ event }) => event === 'bug')).toEqual([])
}, 30_000)
