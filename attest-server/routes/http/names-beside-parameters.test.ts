import { Hono } from 'hono'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { expect, it } from 'vitest'
import { createMemoryCounters } from '../../stores/memory/counters.js'
import { memoryCallers } from '../../testing/memory-callers.js'
import type { AppEnv } from './env.js'
import { createLimiter } from './limit/limiter.js'
import { mount } from './mount.js'
import { operation } from './operation.js'
import { problemFault } from './problem-fault.js'
import { problemSchema } from './problem-schema.js'

const told = operation({
  id: 'told',
  summary: 'Which address it was.',
  security: 'none',
  responses: { 200: { description: 'It.' } },
  handle: (c) => c.json({ route: c.get('route'), ...c.req.param() }),
})

function serve(): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ router: new RegExpRouter() })
  const endpoints = [
    { path: '/of/:owner/things/newest', GET: told },
    { path: '/of/:owner/things/:id', GET: told, DELETE: told },
    { path: '/of/:owner/things/:id/parts', GET: told },
  ]
  const surface = { name: 'own', summary: '', prefixes: [], endpoints, faultResponse: problemFault, faultSchema: problemSchema }
  const limiter = createLimiter(createMemoryCounters(10), () => 0)
  mount(app, [surface], { callers: memoryCallers({}), limiter, addressOf: () => undefined })
  return app
}

it('a name where another address has a parameter is an address of its own, with its own methods, however it is spelt', async () => {
  const app = serve()
  const read = async (path: string) => (await app.request(`/of/me/things/${path}`)).json()
  expect(await read('newest')).toMatchObject({ route: '/of/:owner/things/newest', owner: 'me' })
  expect(await read('%6Eewest?x=/1')).toMatchObject({ route: '/of/:owner/things/newest' })
  expect(await read('1')).toEqual({ route: '/of/:owner/things/:id', owner: 'me', id: '1' })
  expect(await read('newest/parts')).toEqual({ route: '/of/:owner/things/:id/parts', owner: 'me', id: 'newest' })
  const refused = await app.request('/of/me/things/newest', { method: 'DELETE' })
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
