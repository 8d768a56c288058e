import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locate } from './ask.js'
import { BURST, type Exchange, type Gate, openGate, PER_SECOND } from './gate.js'

const asked: IncomingMessage[] = []
const site = createServer((incoming, response) => {
  asked.push(incoming)
  response.end('the site')
})
const passed: Exchange[] = []
let gate: Gate
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  gate = await openGate([await locate(new URL(origin))], (exchange) => passed.push(exchange))
})
afterAll(async () => {
  await gate.stop()
  site.close()
})

/** As a browser asks its proxy. */
const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: gate.port, path, headers }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject)
    })
    outgoing.on('error', reject).end()
  })

const tunnelTo = (host: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(gate.port, '127.0.0.1', () => socket.write(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`))
    socket.once('data', (chunk) => {
      resolve(chunk.toString().split('\r\n')[0] ?? '')
      socket.destroy()
    })
  })

describe('the gate of a drill', () => {
  it('lets a browser go to the site, in the browser’s own headers', async () => {
    expect(await get(`${origin}/page`, { 'X-OWN': 'kept', 'Proxy-Connection': 'keep-alive' })).toEqual({ status: 200, body: 'the site' })
    expect(asked.at(-1)?.url).toBe('/page')
    expect(asked.at(-1)?.rawHeaders).toContain('X-OWN')
    expect(asked.at(-1)?.headers['proxy-connection']).toBeUndefined()
    expect(await tunnelTo(new URL(origin).host)).toBe('HTTP/1.1 200 Connection Established')
  })
  it('lets it go nowhere else, and says where it wanted to', async () => {
    const port = Number(new URL(origin).port)
    for (const elsewhere of [`http://localhost:${port}/`, `http://127.0.0.1:${port + 1}/`, 'http://victim.example/', '/'])
      expect((await get(elsewhere)).status).toBe(403)
    expect(await tunnelTo('victim.example:443')).toBe('HTTP/1.1 403 Forbidden')
    expect([...gate.refused]).toEqual(expect.arrayContaining(['victim.example:80', 'victim.example:443', `localhost:${port}`]))
  })
  it('tells who watches what went through, and nothing of what did not', async () => {
    passed.length = 0
    await get('http://victim.example/')
    await get(`${origin}/watched`)
    expect(passed).toEqual([{ method: 'GET', url: new URL(`${origin}/watched`), sent: 0, status: 200 }])
  })
  it.each([
    ['a status that is none', 'HTTP/1.1 000 X\r\nContent-Length: 2\r\n\r\nok'],
    ['a trailer after a length', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTrailer: x\r\n\r\n'],
    ['more than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello'],
    ['no HTTP', 'SSH-2.0-OpenSSH\r\n'],
  ])('stands when a site answers with %s', async (_, answer) => {
    const odd = createTcpServer((socket) => void socket.on('error', () => undefined).once('data', () => socket.end(answer)))
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`
    const usual = gate
    gate = await openGate([await locate(new URL(url)), await locate(new URL(origin))])
    try {
      const { status } = await get(url).catch(() => ({ status: 0 }))
      expect([0, 200, 502]).toContain(status)
      expect((await get(`${origin}/after`)).body).toBe('the site')
    } finally {
      await gate.stop()
      odd.close()
      gate = usual
    }
  })
  it('has those wait who come too fast', async () => {
    const began = performance.now()
    const before = asked.length
    await Promise.all(Array.from({ length: BURST + PER_SECOND / 2 }, () => get(`${origin}/`)))
    expect(asked.length - before).toBe(BURST + PER_SECOND / 2)
    // Half a second's worth more than may come at once, less what came in meanwhile.
    expect(performance.now() - began).toBeGreaterThan(300)
  })
})
