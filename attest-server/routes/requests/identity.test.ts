import { expect, it } from 'vitest'
import { createTestServer } from '../../testing/test-server.js'

const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'

async function judge(ip: string): Promise<unknown> {
  const server = await createTestServer()
  const response = await server.app.request('/score', {
    method: 'POST',
    headers: { 'x-api-key': await server.issue('afk'), 'content-type': 'application/json' },
    body: JSON.stringify({ useragent: googlebot, ip, accept: '*/*' }),
  })
  return response.json()
}

it('lets a crawler pass that comes from its vendor’s networks, and nobody else in its name', async () => {
  expect(await judge('66.249.66.1')).toMatchObject({ decision: 'allow', p_is_invalid: 0, rule_hits: ['verified_crawler'] })
  expect(await judge('203.0.113.9')).toMatchObject({ decision: 'block', rule_hits: expect.arrayContaining(['declared_crawler']) })
})
