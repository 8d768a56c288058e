import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { ConnectPlan } from '../core/outbound/connect-plan.js'
import { createDial } from './dial.js'
import { agentExample } from './testing/agent-example.js'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => void server.close()))

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    servers.push(server)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const plan = (port: number, secure = false, host = 'agent.example'): ConnectPlan => ({
  url: `http${secure ? 's' : ''}://${host}:${port}/keys?a=b`,
  host,
  port,
  secure,
  address: '127.0.0.1',
  family: 4,
})

const get = { method: 'GET', headers: { accept: 'text/plain' } } as const
const limits = { time: 2000, bytes: 100 }
const dial = createDial({ userAgent: 'Vouchsafe' })
const ask = async (listener: RequestListener, most = limits) => dial(plan(await listen(createServer(listener))), get, most)

describe('a connection to a directory', () => {
  it('goes to the address of the plan, with the name of the URL, which no resolver knows', async () => {
    let seen: unknown
    const answer = await ask((request, response) => {
      const { host, cookie, 'accept-encoding': encoding } = request.headers
      seen = { url: request.url, host: host?.split(':')[0], cookie, encoding }
      response.setHeader('x-two', ['a', 'b']).end('{}')
    })
    expect(seen).toEqual({ url: '/keys?a=b', host: 'agent.example', cookie: undefined, encoding: 'identity' })
    expect(answer.ok && [answer.value.status, answer.value.headers.get('x-two'), Buffer.from(answer.value.body).toString()]).toEqual([
      200,
      'a, b',
      '{}',
    ])
  })

  it('follows no redirect', async () => {
    let visits = 0
    const answer = await ask((_, response) => {
      visits++
      response.writeHead(302, { location: '/elsewhere' }).end('x')
    })
    expect([answer.ok && answer.value.status, visits]).toEqual([302, 1])
  })

  it('is cut where the body is too large, whatever its length was said to be', async () => {
    const answer = await ask((_, response) => {
      const more = () => response.write('x'.repeat(64), () => !response.destroyed && setImmediate(more))
      more()
    })
    expect(answer).toEqual({ ok: false, error: 'response-too-large' })
  })

  it('is cut where the body is encoded: its limit would count other bytes', async () => {
    expect(await ask((_, response) => response.setHeader('content-encoding', 'gzip').end('x'))).toEqual({
      ok: false,
      error: 'response-encoded',
    })
  })

  it('is cut when the time is up, though bytes still trickle', async () => {
    const answer = await ask(
      (_, response) => {
        const timer = setInterval(() => response.write('x'), 20)
        response.on('close', () => clearInterval(timer))
      },
      { time: 200, bytes: 1000 },
    )
    expect(answer).toEqual({ ok: false, error: 'timed-out' })
  })

  it('that breaks off, or that nobody answers, is no directory', async () => {
    const broken = await ask((_, response) => response.writeHead(200, { 'content-length': '50' }).write('x', () => response.destroy()))
    expect(broken).toEqual({ ok: false, error: 'unreachable' })
    const port = await listen(createServer())
    await new Promise((resolve) => servers.pop()!.close(resolve))
    expect(await dial(plan(port), get, limits)).toEqual({ ok: false, error: 'unreachable' })
  })

  it('proves the name, not the address, by its certificate', async () => {
    const port = await listen(createSecureServer(agentExample, (_, response) => response.end('{}')))
    const trusting = createDial({ userAgent: 'Vouchsafe', ca: agentExample.cert })
    expect((await trusting(plan(port, true), get, limits)).ok).toBe(true)
    expect(await trusting(plan(port, true, 'other.example'), get, limits)).toEqual({ ok: false, error: 'unreachable' })
    expect(await dial(plan(port, true), get, limits)).toEqual({ ok: false, error: 'unreachable' })
  })
})
