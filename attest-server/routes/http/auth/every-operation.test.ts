import { describe, expect, it } from 'vitest'
import type { KeyKind } from '../../../stores/ports.js'
import { accountToken } from '../../../testing/account-token.js'
import { createTestServer } from '../../../testing/test-server.js'
import { type Method, methods } from '../surface.js'
import { securities } from './security.js'

/** Each operation that asks for a key, asked with every other key there is, wherever one may stand. */
const server = await createTestServer()
await server.stores.settings.enableScoring(server.project.id, server.now())
const keys: Readonly<Record<KeyKind, string>> = {
  private: server.secretKey,
  account: await accountToken(server, 'pro'),
  detlab: await server.issue('detlab'),
  afk: await server.issue('afk'),
  live: await server.issue('live'),
  yeb: await server.issue('yeb'),
}
const kinds = Object.keys(keys) as KeyKind[]

const operations = server.surfaces.flatMap(({ endpoints }) =>
  endpoints.flatMap((endpoint) =>
    methods.flatMap((method) => {
      const security = endpoint[method]?.security ?? 'none'
      const isAsked = security !== 'none' && !security.endsWith('?')
      return isAsked
        ? [{ method, path: endpoint.path, allowed: securities[security as keyof typeof securities].kinds as readonly string[] }]
        : []
    }),
  ),
)

/** With one key in every place at once: the place must not make up for the kind. */
async function statusOf(method: Method, path: string, key: string | undefined): Promise<number> {
  const filled = path.replace(':project', server.project.id).replace(/:\w+/g, 'x')
  const shown =
    key === undefined ? {} : { authorization: `Bearer ${key}`, 'x-api-key': key, 'x-botect-private-key': key, 'x-botect-site-key': key }
  const query = key === undefined ? '' : `?${new URLSearchParams({ api_key: key, secret: key })}`
  const body = method === 'GET' ? {} : { body: JSON.stringify(key === undefined ? {} : { api_key: key, site_key: key }) }
  const response = await server.app.request(`${filled}${query}`, {
    method,
    headers: { 'content-type': 'application/json', ...shown },
    ...body,
  })
  return response.status
}

/** The same key with its last letter changed: its public part is known, and what proves it is not. */
const missed = (key: string): string => `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`

describe('an operation that asks for a key', () => {
  it('is one of many', () => {
    expect(operations.length).toBeGreaterThan(30)
  })
  it.each(operations)('$method $path takes $allowed and nothing else', async ({ method, path, allowed }) => {
    const others = kinds.filter((kind) => !allowed.includes(kind))
    expect(others.length).toBeGreaterThan(3)
    const shown = [undefined, 'wrong', 'x'.repeat(10_000), ...others.map((kind) => keys[kind]), ...kinds.map((kind) => missed(keys[kind]))]
    for (const key of shown) expect([key?.slice(0, 12), await statusOf(method, path, key)]).toEqual([key?.slice(0, 12), 401])
  })
  it.each(['detlab', 'afk', 'live', 'yeb'] as const)('takes a key of kind %s no more once it is revoked', async (kind) => {
    const secret = await server.issue(kind)
    const { method, path } = operations.find(({ allowed }) => allowed.includes(kind))!
    expect(await statusOf(method, path, secret)).not.toBe(401)
    const issued = await server.apiKeys.list(server.project.id)
    await server.apiKeys.revoke(server.project.id, issued.at(-1)!.id)
    expect(await statusOf(method, path, secret)).toBe(401)
  })
})
