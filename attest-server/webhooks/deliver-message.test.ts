import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openOutbound } from '../outbound/open-outbound.js'
import { createLog } from '../routes/http/log.js'
import { openMemoryStores } from '../stores/memory/open-memory-stores.js'
import { type DeliverDeps, retryAfter } from './deliver-message.js'
import { createDeliveryPool } from './delivery-pool.js'

const SECRET = 'whsec_secret'
const body = '{"type":"verdict.changed"}'

interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A receiver on this machine. */
async function receiver(statusOf: (count: number) => number) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, body: text })
      response.writeHead(statusOf(heard.length), { location: 'http://127.0.0.1:1/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

async function setUp(url: string, { loopback = true, isErased = false } = {}) {
  const { outbox } = openMemoryStores()
  let now = 1000
  const lines: string[] = []
  await outbox.add({ id: 'msg_1', projectId: 'prj_1', session: 'vbs_1', url, body, createdAt: now })
  const deps = {
    outbox,
    send: openOutbound({ userAgent: 'test', loopback }),
    secretOf: async () => (isErased ? undefined : SECRET),
    clock: () => now,
    log: createLog(
      'info',
      (line) => lines.push(line),
      () => now,
    ),
  }
  return { deps, lines, pass: (seconds: number) => (now += seconds), isEmpty: async () => (await outbox.claim(1, 1e9, 1e9)).length === 0 }
}

/** Sends what is due, and waits until all of it ended. @returns how many there were. */
async function deliverMessages(deps: DeliverDeps): Promise<number> {
  let ended = 0
  const started = await createDeliveryPool(deps, () => ended++).fill()
  await expect.poll(() => ended).toBe(started)
  return started
}

describe('a webhook’s message', () => {
  it('is signed with the moment and the secret, and gone when it was taken', async () => {
    const { url, heard } = await receiver(() => 204)
    const { deps, isEmpty } = await setUp(url)
    expect(await deliverMessages(deps)).toBe(1)
    expect(heard[0]).toMatchObject({ body, headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' } })
    const expected = createHmac('sha256', SECRET).update(`1000.${body}`).digest('hex')
    expect(heard[0]!.headers['webhook-signature']).toBe(`t=1000,v1=${expected}`)
    expect(await isEmpty()).toBe(true)
  })

  it('comes again, later and later, until it is taken, signed anew', async () => {
    const { url, heard } = await receiver((count) => (count < 3 ? 500 : 200))
    const { deps, pass, isEmpty, lines } = await setUp(url)
    await deliverMessages(deps)
    expect(await deliverMessages(deps)).toBe(0)
    pass(10)
    await deliverMessages(deps)
    pass(39)
    expect(await deliverMessages(deps)).toBe(0)
    pass(1)
    await deliverMessages(deps)
    expect(heard.map(({ headers }) => headers['webhook-signature']?.toString().slice(0, 6))).toEqual(['t=1000', 't=1010', 't=1050'])
    expect(await isEmpty()).toBe(true)
    expect(lines.join()).toContain('status 500')
    expect(lines.join()).not.toContain('127.0.0.1')
    expect([1, 2, 3, 6, 7, 99].map(retryAfter)).toEqual([10, 40, 160, 10_240, 10_800, 10_800])
  })

  it('follows no redirect', async () => {
    const { url, heard } = await receiver(() => 307)
    const { deps, isEmpty } = await setUp(url)
    await deliverMessages(deps)
    expect([heard.length, await isEmpty()]).toEqual([1, false])
  })

  it('is given up where the receiver says that it is gone, and where the session is', async () => {
    const { url } = await receiver(() => 410)
    const gone = await setUp(url)
    await deliverMessages(gone.deps)
    expect(await gone.isEmpty()).toBe(true)
    const erased = await setUp('https://hooks.example/', { isErased: true })
    await deliverMessages(erased.deps)
    expect(await erased.isEmpty()).toBe(true)
    expect(await erased.deps.outbox.list('prj_1', 9)).toMatchObject([{ id: 'msg_1', outcome: 'session gone', nextAt: undefined }])
  })

  it('never goes to this machine, unless it is configured', async () => {
    const { url, heard } = await receiver(() => 200)
    const { deps, isEmpty } = await setUp(url, { loopback: false })
    await deliverMessages(deps)
    expect([heard.length, await isEmpty()]).toEqual([0, false])
  })
})
