import { beforeEach, describe, expect, it } from 'vitest'
import { advanceBrake, startBrake } from '../../core/rules/brake/brake.js'
import { saveBrakes } from '../../core/rules/brake/kept-brakes.js'
import { accountToken } from '../../testing/account-token.js'
import { createTestServer, type TestServer } from '../../testing/test-server.js'
import { verdictToken } from '../../testing/verdict-token.js'

let server: TestServer
let token: string
beforeEach(async () => {
  server = await createTestServer()
  token = await accountToken(server)
})

const own = async (method: string, path: string, body?: unknown) =>
  server.app.request(`/v1/projects/prj_test/rules${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const read = async (response: Promise<Response>) =>
  [(await response).status, await (await response).json()] as [number, Record<string, unknown>]
const draft = { name: 'Low scores', expression: 'score < 10', action: 'block' }
const add = async (more: object = {}) => (await read(own('POST', '', { ...draft, ...more })))[1]

describe('rules', () => {
  it('are saved with what was left out filled in (BOT-74)', async () => {
    const [status, rule] = await read(own('POST', '', draft))
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect([status, rule]).toEqual([
      201,
      {
        id: expect.stringMatching(/^rule_/),
        project_id: 'prj_test',
        name: 'Low scores',
        expression_source: 'score < 10',
        action: 'block',
        is_active: true,
        sort_order: 0,
        created_at: at,
        updated_at: at,
        version: 1,
        observe_only: false,
        brake: null,
      },
    ])
  })

  it('are listed as a bare array, by their order (BOT-73)', async () => {
    for (const [name, sort_order] of Object.entries({ last: 5, first: -1, middle: 0 })) await add({ name, sort_order })
    const rules = (await (await own('GET', '')).json()) as { name: string }[]
    expect(rules.map(({ name }) => name)).toEqual(['first', 'middle', 'last'])
  })

  it('that name a field that nobody knows are refused, with the place and what was meant (BOT-62)', async () => {
    expect(await read(own('POST', '', { ...draft, expression: 'verified_bot OR\n  scorre < 10' }))).toEqual([
      422,
      {
        error: 'Unprocessable Content',
        message: 'Unknown field "scorre" in rule expression.',
        code: 'INVALID_PAYLOAD',
        details: [
          {
            path: 'expression',
            message: 'Unknown field "scorre" in rule expression.',
            at: { offset: 18, length: 6, line: 2, column: 3 },
            suggestion: 'score',
          },
        ],
      },
    ])
    expect(await (await own('GET', '')).json()).toEqual([])
  })

  it.each([
    ['', 'expression'],
    ['score <', 'expression'],
    ['score < "10"', 'expression'],
    ['detection_ids == 12', 'expression'],
    ['session_token == "sess_1"', 'expression'],
    ['ua in []', 'expression'],
    ['__proto__ == 1', 'expression'],
    [`${'('.repeat(65)}score < 1${')'.repeat(65)}`, 'expression'],
    [Array.from({ length: 257 }, () => 'verified_bot').join(' OR '), 'expression'],
    [`ua in [${Array.from({ length: 101 }, () => '"x"').join(',')}]`, 'expression'],
    ['x'.repeat(5000), 'expression'],
    ['x'.repeat(9000), 'expression'],
  ])('are checked when they are saved: %s (BOT-61, BOT-63)', async (expression, path) => {
    expect(await read(own('POST', '', { ...draft, expression }))).toMatchObject([422, { code: 'INVALID_PAYLOAD', details: [{ path }] }])
  })

  it.each([
    { action: 'drop' },
    { name: '' },
    { name: 'x'.repeat(101) },
    { is_active: 'yes' },
    { sort_order: 0.5 },
    { sort_order: 1e9 },
    { observe_only: true },
    { id: 'rule_mine' },
    { expression: 5 },
  ])('are not made of %j', async (more) => {
    expect(await read(own('POST', '', { ...draft, ...more }))).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
  })

  it.each(['block', 'challenge', 'allow', 'log', 'delay'])('may %s', async (action) => {
    expect((await own('POST', '', { ...draft, action })).status).toBe(201)
  })

  it('of any public Observation can be written (BOT-55)', async () => {
    for (const expression of ['tell.webdriver', 'input.press-dwell < 5', 'http.known-agent > 0', 'behavioral.mouse_entropy == null'])
      expect([expression, (await own('POST', '', { ...draft, expression })).status]).toEqual([expression, 201])
  })

  it('are removed with 204 and nothing in the body, once (BOT-75)', async () => {
    const { id } = await add()
    const removed = await own('DELETE', `/${String(id)}`)
    expect([removed.status, await removed.text()]).toEqual([204, ''])
    expect(await read(own('DELETE', `/${String(id)}`))).toMatchObject([404, { code: 'NOT_FOUND' }])
  })

  it('bust what was cached: each change raises the revision', async () => {
    const rev = async () => (await server.stores.settings.of('prj_test')).rev
    const seen = [await rev()]
    const { id } = await add()
    seen.push(await rev())
    await own('PUT', `/${String(id)}`, { ...draft, action: 'allow', version: 1 })
    seen.push(await rev())
    await own('DELETE', `/${String(id)}`)
    seen.push(await rev())
    expect(new Set(seen).size).toBe(4)
  })

  it('are replaced by who has seen the last version, and by nobody else', async () => {
    const { id } = await add()
    const replace = (more: object) => read(own('PUT', `/${String(id)}`, { ...draft, ...more }))
    expect(await replace({ name: 'New', version: 1 })).toMatchObject([200, { name: 'New', version: 2, id }])
    expect(await replace({ name: 'Late', version: 1 })).toMatchObject([409, { code: 'CONFLICT' }])
    expect(await replace({ version: 2, expression: 'scorre' })).toMatchObject([
      422,
      { message: 'Unknown field "scorre" in rule expression.' },
    ])
    expect(await replace({})).toMatchObject([422, { code: 'INVALID_PAYLOAD' }])
    const together = await Promise.all(Array.from({ length: 5 }, () => replace({ version: 2 })))
    expect(together.filter(([status]) => status === 200)).toHaveLength(1)
  })

  it('that the brake took back say so, and are in force again when a person confirms them', async () => {
    const rule = await add({ expression: 'score < 90' })
    const stored = (await server.stores.rules.list('prj_test'))[0]!
    await server.stores.rules.replace({ ...stored, observeOnly: true, version: 2 })
    const state = advanceBrake(startBrake({ decided: 1000, blocked: 0 }), { decided: 60, blocked: 60, byChange: 60 })
    const brakes = { baseline: { decided: 1000, blocked: 0 }, rules: { [stored.id]: { version: 2, state } } }
    await saveBrakes(server.stores.texts, 'prj_test', brakes, server.now())
    const [braked] = (await (await own('GET', '')).json()) as Record<string, unknown>[]
    expect(braked).toMatchObject({ observe_only: true, brake: { phase: 'braked', why: expect.stringContaining('60 of 60') } })
    expect(await read(own('POST', `/${String(rule.id)}/confirm`))).toMatchObject([
      200,
      { observe_only: false, version: 3, brake: { phase: 'settled', why: null } },
    ])
    expect((await own('POST', '/rule_none/confirm')).status).toBe(404)
  })
})

describe('a preview', () => {
  it('says how many past sessions would get another action, with samples, and saves nothing', async () => {
    const { reference } = await verdictToken(server)
    await verdictToken(server)
    const [status, report] = await read(own('POST', '/preview', { expression: 'score <= 99 AND path != "/x"', action: 'block' }))
    expect([status, report]).toMatchObject([
      200,
      { sessions: 2, matches: 2, flipped: 2, unknown: { score: 0, path: 2 }, holds_where_unknown: ['path'] },
    ])
    const [flip] = report.flips as { from: string; to: string; sessions: number; samples: { session: string; after: string }[] }[]
    expect(flip).toMatchObject({ from: 'allow', to: 'block', sessions: 2 })
    expect(flip!.samples.map(({ session }) => session)).toContain(reference)
    expect(flip!.samples[0]!.after).toBe('Rule "Draft" matched.')
    expect(await (await own('GET', '')).json()).toEqual([])
  })

  it('puts the draft in the place of the rule that it would replace', async () => {
    await verdictToken(server)
    const { id } = await add({ expression: 'score <= 99' })
    const play = (more: object) => read(own('POST', '/preview', { expression: 'score <= 99', action: 'allow', ...more }))
    expect((await play({}))[1]).toMatchObject({ matches: 1, flipped: 0 })
    expect((await play({ rule: id }))[1]).toMatchObject({ matches: 1, flipped: 1, flips: [{ from: 'block', to: 'allow' }] })
    expect((await play({ rule: 'rule_none' }))[0]).toBe(404)
    expect((await play({ expression: 'scorre' }))[1]).toMatchObject({ message: 'Unknown field "scorre" in rule expression.' })
  })

  it('of long rules lets other requests have their turn, and counts for ten', async () => {
    const { reference } = await verdictToken(server)
    const record = (await server.stores.verdicts.find('prj_test', reference))!
    for (let i = 0; i < 99; i++) await server.stores.verdicts.record({ ...record, jti: `j${i}` }, server.now() + 999)
    let turns = 0
    const onTurn = () => {
      turns++
      turn = setImmediate(onTurn)
    }
    let turn = setImmediate(onTurn)
    const played = await own('POST', '/preview', { expression: 'score <= 99', action: 'block' })
    clearImmediate(turn)
    expect([played.status, played.headers.get('ratelimit-remaining')]).toEqual([200, '590'])
    expect(turns).toBeGreaterThan(10)
  })

  it('of a project without a past says so', async () => {
    expect((await read(own('POST', '/preview', { expression: 'score < 5', action: 'block' })))[1]).toMatchObject({ sessions: 0, flips: [] })
  })
})
