import { afterEach, describe, expect, it } from 'vitest'
import { givenCredentials } from '../credentials.js'
import { type FakeServer, type Reply, startFakeServer } from '../testing/fake-server.js'
import { body, check, field, header, less, numberAt, status } from './assertions.js'
import type { Client, Target } from './client.js'
import type { Check, Item } from './item.js'
import { runItems } from './run-items.js'
import { Untold } from './untold.js'

const routes: Readonly<Record<string, Reply>> = {
  '/good': { status: 200, json: { score: 12, list: [{ name: 'a' }] } },
  '/wrong': { status: 200, json: { score: 99 } },
  '/text': { status: 500, text: '<html>' },
  '/hang': 'hang',
}

const servers: FakeServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function target(patience = 2000): Promise<Target & { readonly fake: FakeServer }> {
  const fake = await startFakeServer(({ path }) => routes[path.split('?')[0] ?? ''] ?? { status: 404, json: {} })
  servers.push(fake)
  return { url: fake.url, keys: givenCredentials(fake.url, {}), patience, pace: 0, fake }
}

const item = (id: string, run: (client: Client) => Promise<Check>): Item => ({ id, source: 'S', says: '', run })

const isGood = (path: string) =>
  item(path, async (client) => {
    const answer = await client.get(path)
    return check(status(answer, 200), body(answer, { score: 12, list: [{ name: 'a' }] }), header(answer, 'X-Kind', 'fake'))
  })

describe('a run', () => {
  it('makes a row of each item, with what was sent and how it was answered', async () => {
    const { rows, skipped } = await runItems([isGood('/good')], await target(), 5000)
    expect(rows).toEqual([{ id: '/good', request: 'GET /good 200', ok: true, detail: '3 assertions hold' }])
    expect(skipped).toEqual([])
  })

  it('fails on another body, and says what it was', async () => {
    const { rows } = await runItems([isGood('/wrong')], await target(), 5000)
    expect(rows[0]).toMatchObject({ ok: false, detail: 'the body is {"score":99}, not {"score":12,"list":[{"name":"a"}]}' })
  })

  it('fails on another status, and names every fault', async () => {
    const { rows } = await runItems([isGood('/text')], await target(), 5000)
    expect(rows[0]?.detail).toMatch(/^status 500, not 200: <html>; the body is nothing, not /)
  })

  it('lists what cannot be told beside the rows', async () => {
    const untold = item('quota', async () => {
      throw new Untold('a month is too long')
    })
    const { rows, skipped } = await runItems([untold, isGood('/good')], await target(), 5000)
    expect(skipped).toEqual([{ id: 'quota', reason: 'a month is too long' }])
    expect(rows.map(({ id }) => id)).toEqual(['/good'])
  })

  it('lists items whose key was not given', async () => {
    const needsKey = item('keyed', async (client) =>
      check(status(await client.get('/good', { 'x-api-key': await client.keys.afk() }), 200)),
    )
    expect((await runItems([needsKey], await target(), 5000)).skipped).toEqual([{ id: 'keyed', reason: 'needs --afk' }])
  })

  it('does not wait for a server that hangs, and goes on', async () => {
    const { rows } = await runItems([isGood('/hang'), isGood('/good')], await target(150), 5000)
    expect(rows.map(({ ok }) => ok)).toEqual([false, true])
    expect(rows[0]).toMatchObject({ request: 'GET /hang', detail: 'GET /hang: no answer within 150 ms' })
  })

  it('does not wait for an item that never ends', async () => {
    const endless = item('endless', () => new Promise(() => {}))
    const { rows } = await runItems([endless], await target(), 100)
    expect(rows[0]).toMatchObject({ ok: false, detail: 'not through within 100 ms' })
  })

  it('fails every item of a server that is gone', async () => {
    const gone = await target()
    await gone.fake.close()
    const { rows } = await runItems([isGood('/good')], gone, 5000)
    expect(rows[0]?.ok).toBe(false)
    expect(rows[0]?.detail).toContain('ECONNREFUSED')
  })

  it('shows no key of a query', async () => {
    const keyed = item('keyed', async (client) => check(status(await client.get('/good', {}, { api_key: 'secret', ip: '1.1.1.1' }), 200)))
    const { rows } = await runItems([keyed], await target(), 5000)
    expect(rows[0]?.request).toBe('GET /good?api_key=*&ip=1.1.1.1 200')
  })

  it('names the first requests of many, and counts the rest', async () => {
    const many = item('many', async (client) => {
      for (let i = 0; i < 9; i++) await client.get('/good')
      return check()
    })
    const { rows } = await runItems([many], await target(), 5000)
    expect(rows[0]?.request).toMatch(/^(GET \/good 200, ){6}… 3 more$/)
  })

  it('sends the headers that it is given, the address that a proxy would name, and none besides', async () => {
    const server = await target()
    const sending = item('sending', async (client) => {
      const answer = await client.post('/good', { a: 1 }, { 'user-agent': 'x' })
      return check(
        less('a', 1, 'b', numberAt(answer, 'score')),
        status(answer, 200),
        field(answer, 'list.0.name') === 'a' ? undefined : 'no',
      )
    })
    expect((await runItems([sending], server, 5000)).rows[0]?.ok).toBe(true)
    const { headers, body } = server.fake.heard[0] ?? {}
    expect(Object.keys(headers ?? {}).sort()).toEqual([
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
      'x-forwarded-for',
    ])
    expect(body).toBe('{"a":1}')
  })
})
