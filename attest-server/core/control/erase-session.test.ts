import { expect, it } from 'vitest'
import { issueKey } from '../../testing/issue-key.js'
import { createTestServer } from '../../testing/test-server.js'
import { eraseSession } from './erase-session.js'

it('forgets a continuous session of posted behaviour, too, and of its own project only', async () => {
  const server = await createTestServer()
  const headers = { 'x-api-key': await issueKey(server, 'detlab', 'pro') }
  const begun = await server.app.request('/api/verify-bot/session', { method: 'POST', headers })
  const { session_id: id } = (await begun.json()) as { readonly session_id: string }
  const status = async () => (await server.app.request(`/api/verify-bot/session/${id}`, { headers })).status
  expect(await eraseSession(server.stores, 'prj_other', id)).toBe(0)
  expect(await status()).toBe(200)
  expect(await eraseSession(server.stores, server.project.id, id)).toBe(1)
  expect(await status()).toBe(404)
})
