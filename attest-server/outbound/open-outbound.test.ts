import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutboundRequest } from '../core/outbound/ports.js'
import { openOutbound } from './open-outbound.js'

let server: Server | undefined
afterEach(() => server?.close())

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

const get = (url: string, limits: Partial<OutboundRequest['limits']> = {}): OutboundRequest => ({
  method: 'GET',
  url,
  headers: {},
  limits: { time: 2000, bytes: 1000, redirects: 2, ...limits },
})
const near = openOutbound({ userAgent: 'Vouchsafe', loopback: true })
const text = (body: Uint8Array) => new TextDecoder().decode(body)

describe('the way out', () => {
  it('follows redirects to where it may go, and only so many', async () => {
    const origin = await serve((request, response) => {
      const steps = Number(request.url?.slice(1))
      if (steps > 0) response.writeHead(302, { location: `/${steps - 1}` }).end()
      else response.end('there')
    })
    const there = await near(get(`${origin}/2`))
    expect(there.ok && text(there.value.body)).toBe('there')
    expect(await near(get(`${origin}/3`))).toEqual({ ok: false, error: { reason: 'too-many-redirects' } })
    const unfollowed = await near(get(`${origin}/1`, { redirects: 0 }))
    expect(unfollowed.ok && unfollowed.value.status).toBe(302)
  })

  it.each([
    ['http://169.254.169.254/latest', 'url-scheme'],
    ['https://10.0.0.1/', 'url-literal-address'],
    ['https://metadata.google.internal/', 'url-local-name'],
    ['file:///etc/passwd', 'url-scheme'],
  ])('is not led to %s', async (location, reason) => {
    const origin = await serve((_, response) => response.writeHead(307, { location }).end())
    expect(await near(get(origin))).toEqual({ ok: false, error: { reason } })
  })

  it('sends a body once, and follows nothing with it', async () => {
    const seen: string[] = []
    const origin = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        seen.push(`${request.method} ${request.headers['content-length']} ${body}`)
        response.writeHead(307, { location: '/again' }).end()
      })
    })
    const answer = await near({ ...get(origin), method: 'POST', body: new TextEncoder().encode('{"a":1}') })
    expect([answer.ok && answer.value.status, seen]).toEqual([307, ['POST 7 {"a":1}']])
  })

  it('is over when its time is, redirects and all', async () => {
    const origin = await serve((_, response) => setTimeout(() => response.writeHead(302, { location: '/' }).end(), 60))
    const started = performance.now()
    expect(await near(get(origin, { time: 150, redirects: 20 }))).toEqual({ ok: false, error: { reason: 'timed-out' } })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('reaches nothing of this machine unless that is configured', async () => {
    const origin = await serve((_, response) => response.end('secret'))
    expect(await openOutbound({ userAgent: 'Vouchsafe' })(get(origin))).toEqual({ ok: false, error: { reason: 'url-scheme' } })
  })
})
