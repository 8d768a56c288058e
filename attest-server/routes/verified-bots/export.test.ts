import { describe, expect, it } from 'vitest'
import { listedCategories } from '../../../shared/wire/categories.js'
import { createTestServer } from '../../testing/test-server.js'

const PATH = '/v1/verified-bots/export'
const start = async () => {
  const server = await createTestServer()
  const get = (headers: Readonly<Record<string, string>> = {}) => server.app.request(PATH, { headers })
  return { server, get }
}

interface Allowlist {
  readonly data: readonly {
    readonly name: string
    readonly category: string
    readonly match_method: string
    readonly match_value: string
  }[]
  readonly meta: { readonly count: number }
}

describe(`GET ${PATH}`, () => {
  it('gives the allowlist to an account’s token and to a private key (BOT-77)', async () => {
    const { server, get } = await start()
    const token = await server.issue('account')
    const answers = [
      await get({ authorization: `Bearer ${token}` }),
      await get({ authorization: `Bearer ${server.secretKey}` }),
      await get({ 'x-botect-private-key': server.secretKey }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      const { data, meta } = (await answer.json()) as Allowlist
      expect(meta.count).toBe(data.length)
      expect(data.length).toBeGreaterThan(100)
      expect(new Set(data.map(({ match_method }) => match_method))).toEqual(new Set(['ip_cidr', 'rdns_suffix']))
      for (const row of data) {
        expect(Object.keys(row)).toEqual(['name', 'category', 'match_method', 'match_value'])
        expect(listedCategories).toContain(row.category)
      }
      expect(data).toContainEqual({ name: 'Googlebot', category: 'search', match_method: 'ip_cidr', match_value: '66.249.66.0/24' })
    }
  })

  it('says 304 to whoever has it already, and still asks for a key', async () => {
    const { server, get } = await start()
    const headers = { authorization: `Bearer ${server.secretKey}` }
    const first = await get(headers)
    const tag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await get({ ...headers, 'if-none-match': `"other", ${tag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await get({ ...headers, 'if-none-match': '"other"' })).status).toBe(200)
    expect((await get({ 'if-none-match': tag })).status).toBe(401)
  })

  it('says 403 FEATURE_NOT_AVAILABLE where the plan has it not (BOT-77)', async () => {
    const { server, get } = await start()
    const refused = await get({ authorization: `Bearer ${await server.issue('account', 'free')}` })
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: 'Forbidden', message: 'The export of verified bots is not in this plan.', code: 'FEATURE_NOT_AVAILABLE' },
    ])
  })

  it('goes by the plan that the account has now', async () => {
    const { server, get } = await start()
    const account = { id: server.project.id, name: 'Ada', emailHash: 'a', createdAt: 0, plan: 'free' as const }
    await server.stores.accounts.create(account)
    const headers = { authorization: `Bearer ${await server.issue('account', 'pro')}` }
    expect((await get(headers)).status).toBe(403)
    await server.stores.accounts.changePlan(account.id, 'pro')
    expect((await get(headers)).status).toBe(200)
  })

  it('says 401 UNAUTHENTICATED to everybody else, the site’s public key among them (BOT-80)', async () => {
    const { server, get } = await start()
    const keys = ['', 'sk_wrong', server.project.siteKey, await server.issue('yeb'), await server.issue('detlab')]
    for (const key of keys) {
      const refused = await get({ authorization: `Bearer ${key}` })
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  it('speaks the same words where there is nothing, and for another method', async () => {
    const { server } = await start()
    const codes = []
    for (const [method, path] of [
      ['GET', '/v1/verified-bots/other'],
      ['POST', PATH],
    ] as const)
      codes.push(((await (await server.app.request(path, { method })).json()) as { code: string }).code)
    expect(codes).toEqual(['NOT_FOUND', 'METHOD_NOT_ALLOWED'])
  })
})
