import { beforeEach, describe, expect, it } from 'vitest'
import { seen } from '../../../shared/observation.js'
import { accountToken } from '../../testing/account-token.js'
import { comeAs, createCrowdServer } from '../../testing/crowd.js'
import { createDevice } from '../../testing/honest-client.js'
import type { TestServer } from '../../testing/test-server.js'

const soft = new Map([
  ['tell.platform', seen(true)],
  ['tell.mobile-hint', seen(true)],
] as const)

let server: TestServer
let token: string
beforeEach(async () => {
  server = await createCrowdServer()
  token = await accountToken(server)
})

async function ask(method: string, body?: unknown, key = token) {
  const response = await server.app.request('/v1/projects/prj_test/enforcement', {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return [response.status, await response.json()] as const
}
const visit = async () => (await comeAs(server, { device: await createDevice(), address: '198.51.100.7', observations: soft })).action

describe('enforcement', () => {
  it('is at once until its owner says otherwise, and again when they do', async () => {
    expect(await ask('GET')).toEqual([
      200,
      { delayed: false, deferred: { used: 0, limit: 10_000, resets_at: expect.stringMatching(/T00:00:00Z$/) } },
    ])
    expect(await visit()).toBe('challenge')
    expect(await ask('PUT', { delayed: true })).toMatchObject([200, { delayed: true }])
    expect(await visit()).toBe('allow')
    expect(await ask('PUT', { delayed: false })).toMatchObject([200, { delayed: false, deferred: { used: 1 } }])
    expect(await visit()).toBe('challenge')
  })

  it('changes nothing else of the settings', async () => {
    await server.stores.settings.change('prj_test', { threshold: 40, blockDefinite: true })
    await ask('PUT', { delayed: true })
    expect(await server.stores.settings.of('prj_test')).toMatchObject({ threshold: 40, blockDefinite: true, delayEnforcement: true })
  })

  it('counts what was deferred today, and forgets it with the day', async () => {
    await ask('PUT', { delayed: true })
    for (let i = 0; i < 3; i++) await visit()
    expect(await ask('GET')).toMatchObject([200, { deferred: { used: 3 } }])
    server.pass(86_400)
    expect(await ask('GET')).toMatchObject([200, { deferred: { used: 0 } }])
  })

  it.each([{}, { delayed: 1 }, { delayed: 'on' }, { delayed: true, minutes: 5 }, null, []])('is not changed by %j', async (body) => {
    expect(await ask('PUT', body)).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
    expect((await server.stores.settings.of('prj_test')).rev).toBe(0)
  })

  it('is for the project’s own account', async () => {
    const stranger = await accountToken(server, 'free', 'Stranger')
    expect([(await ask('GET', undefined, stranger))[0], (await ask('PUT', { delayed: true }, server.secretKey))[0]]).toEqual([403, 401])
  })
})
