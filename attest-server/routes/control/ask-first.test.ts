import { beforeEach, describe, expect, it } from 'vitest'
import type { VerdictRecord } from '../../stores/ports.js'
import { accountToken } from '../../testing/account-token.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'

let server: TestServer
let token: string
let remaining: string | null
beforeEach(async () => {
  server = await createTestServer()
  token = await accountToken(server)
})

async function send(method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await server.app.request(`/v1/projects/prj_test/rules${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  remaining = response.headers.get('ratelimit-remaining')
  return [response.status, await response.json()] as const
}
const saved = async () => server.stores.rules.list('prj_test')

/** Visits of people, and of programs that the evidence blocks. */
async function past(people: number, programs = 0): Promise<void> {
  const { reference } = await verdictToken(server)
  const record = (await server.stores.verdicts.find('prj_test', reference))!
  const program = { ...record, action: 'block', hard: ['http-library'] } as const
  const keep = (name: string, verdict: VerdictRecord) =>
    server.stores.verdicts.record({ ...verdict, jti: name, session: `sess_${name}` }, server.now() + 999)
  for (let i = 1; i < people; i++) await keep(`p${i}`, record)
  for (let i = 0; i < programs; i++) await keep(`b${i}`, program)
}

/** What costs nothing: any number of it. */
async function crowd(size: number, like: Partial<VerdictRecord> = {}): Promise<void> {
  const [visit] = await server.stores.verdicts.recent('prj_test', 1)
  const { paid: _, ...unpaid } = visit!
  for (let i = 0; i < size; i++)
    await server.stores.verdicts.record(
      { ...unpaid, ...like, jti: `c${i}`, session: `sess_c${i}`, issuedAt: server.now() + 1 },
      server.now() + 999,
    )
}

const slip = { name: 'Slip', expression: 'path != "/account"', action: 'block' }

describe('a new rule that would block a large share of those who came last', () => {
  it('is not saved until that is confirmed', async () => {
    await past(30, 10)
    expect(await send('POST', '', slip)).toMatchObject([
      409,
      {
        code: 'CONFIRMATION_NEEDED',
        error: 'Conflict',
        message: expect.stringContaining('block 30 of the last 40'),
        blocked: 30,
        preview: { sessions: 40, matches: 40, flipped: 30, holds_where_unknown: ['path'] },
      },
    ])
    expect(await saved()).toEqual([])
    expect(await send('POST', '', { ...slip, confirm: true })).toMatchObject([201, { name: 'Slip', observe_only: false }])
  })

  it('cannot come in by a change of one that does nothing', async () => {
    await past(30)
    for (const harmless of [{ action: 'log' }, { is_active: false }, { expression: 'path == "/account"' }]) {
      const [status, made] = await send('POST', '', { ...slip, ...harmless })
      const id = (made as { id: string }).id
      expect(status).toBe(201)
      expect((await send('PUT', `/${id}`, { ...slip, version: 1 }))[1]).toMatchObject({ code: 'CONFIRMATION_NEEDED', blocked: 30 })
      expect((await send('PUT', `/${id}`, { ...slip, version: 1, confirm: true }))[0]).toBe(200)
      await server.stores.rules.remove('prj_test', id)
    }
  })

  it('is one that blocks ten of them, and a tenth', async () => {
    await past(9)
    expect((await send('POST', '', slip))[0], 'nine').toBe(201)
    for (const { id } of await saved()) await server.stores.rules.remove('prj_test', id)
    await past(9, 91)
    expect((await send('POST', '', slip))[0], 'less than a tenth').toBe(201)
  })

  it('is told by those alone who did work for a verdict', async () => {
    await past(30)
    await crowd(350, { action: 'block', hard: ['http-library'] })
    expect((await send('POST', '', slip))[1]).toMatchObject({ code: 'CONFIRMATION_NEEDED', blocked: 30, preview: { sessions: 30 } })
  })

  it('is asked about where a crowd that cost nothing hides them', async () => {
    await past(30)
    await crowd(500, { action: 'block', hard: ['http-library'] })
    expect((await send('POST', '', slip))[1]).toMatchObject({
      code: 'CONFIRMATION_NEEDED',
      message: expect.stringContaining('cost its visitor'),
    })
  })

  it('counts a visitor of many pages once', async () => {
    await past(1)
    const [visit] = await server.stores.verdicts.recent('prj_test', 1)
    for (let i = 0; i < 30; i++) await server.stores.verdicts.record({ ...visit!, jti: `again${i}` }, server.now() + 999)
    expect((await send('POST', '', slip))[0]).toBe(201)
  })

  it('is none that asks, allows or blocks whom others block already', async () => {
    await past(30, 10)
    for (const action of ['challenge', 'allow', 'log', 'delay']) expect((await send('POST', '', { ...slip, action }))[0]).toBe(201)
    expect((await send('POST', '', { ...slip, expression: 'band == "definite"' }))[0]).toBe(201)
  })

  it('is asked about for a fifth of what a preview counts', async () => {
    const left: (string | null)[] = []
    for (const more of [{ action: 'log' }, {}, { confirm: true }, { is_active: false }]) {
      await send('POST', '', { ...slip, ...more })
      left.push(remaining)
    }
    expect(left).toEqual(['599', '597', '596', '595'])
  })
})
