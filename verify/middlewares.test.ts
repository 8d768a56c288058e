import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packDigests, REVOCATIONS_TYPE, revocationDigest } from '../shared/wire/revocations.js'
import { vouchsafe as forExpress } from './express.js'
import { vouchsafe as forFastify, outcomeOf } from './fastify.js'
import { vouchsafe as forFetch } from './fetch.js'
import type { GuardOptions } from './guard.js'
import { vouchsafe as forHono, type VouchsafeVariables } from './hono.js'
import { claims, makeIssuer, NOW, optionsFor } from './testing/make-issuer.js'

const issuer = await makeIssuer()
const guarded: GuardOptions = { ...optionsFor(issuer), action: 'sign-up' }
const observing: GuardOptions = { ...guarded, mode: 'observe' }
const away = { ...guarded, jwks: undefined, jwksUrl: 'http://127.0.0.1:1/jwks.json' } as const
const open: GuardOptions = { ...away, onError: 'open' }
const revoked = packDigests([revocationDigest('jti', claims.aud, 'revoked')])
const listed = await issuer.sign({ iss: claims.iss, iat: NOW, exp: NOW + 600, revoked }, { typ: REVOCATIONS_TYPE })
const revoking: GuardOptions = { ...guarded, revocations: { list: () => listed } }
const token = await issuer.sign()
const blocked = await issuer.sign({ ...claims, action: 'block', jti: 'blocked' })
const takenBack = await issuer.sign({ ...claims, jti: 'revoked' })

/** Sends a request; the path chooses the guard. */
type Send = (path: string, init?: RequestInit) => Promise<Response>
const courteous = { error: 'Sorry' }

function expressApp(): express.Express {
  const app = express()
  app.use(express.urlencoded({ extended: false }), express.json())
  const answer: express.RequestHandler = (request, response) => void response.json(request.vouchsafe)
  app.post('/guarded', forExpress(guarded), answer)
  app.post('/observing', forExpress(observing), answer)
  app.post('/closed', forExpress(away), answer)
  app.post('/open', forExpress(open), answer)
  app.post('/revoking', forExpress(revoking), answer)
  const refuse = (_: express.Request, response: express.Response) => void response.status(418).json(courteous)
  app.post('/own', forExpress({ ...guarded, onRefused: refuse, token: (request: express.Request) => request.query.t }), answer)
  return app
}

function fastifyApp(): ReturnType<typeof fastify> {
  const app = fastify()
  const parse = (_: unknown, body: unknown, done: (error: null, body: unknown) => void) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parse)
  const answer = async (request: object) => outcomeOf(request)
  app.post('/guarded', { preHandler: forFastify(guarded) }, answer)
  app.post('/observing', { preHandler: forFastify(observing) }, answer)
  app.post('/closed', { preHandler: forFastify(away) }, answer)
  app.post('/open', { preHandler: forFastify(open) }, answer)
  app.post('/revoking', { preHandler: forFastify(revoking) }, answer)
  const own = forFastify({
    ...guarded,
    onRefused: (_request, reply) => {
      reply.code(418)
      return reply.send(courteous)
    },
    token: (request: { query?: unknown; headers: Record<string, string | string[] | undefined>; body: unknown }) =>
      (request.query as Record<string, unknown>).t,
  })
  app.post('/own', { preHandler: own }, answer)
  return app
}

function honoApp(): Hono<{ Variables: VouchsafeVariables }> {
  const app = new Hono<{ Variables: VouchsafeVariables }>()
  app.use('/guarded', forHono(guarded))
  app.use('/observing', forHono(observing))
  app.use('/closed', forHono(away))
  app.use('/open', forHono(open))
  app.use('/revoking', forHono(revoking))
  app.use('/own', forHono({ ...guarded, onRefused: () => Response.json(courteous, { status: 418 }), token: (c) => c.req.header('t') }))
  return app.post('*', (c) => c.json(c.get('vouchsafe')))
}

function fetchApp(): Send {
  const routes: Record<string, GuardOptions> = {
    ...{ '/guarded': guarded, '/observing': observing, '/closed': away, '/open': open },
    '/revoking': revoking,
  }
  return async (path, init) => {
    const request = new Request(`http://shop.example${path}`, init)
    const own = { ...guarded, onRefused: () => Response.json(courteous, { status: 418 }), token: () => undefined }
    const guard = forFetch(routes[path] ?? own)
    return guard(async (received, outcome) => {
      expect(received.bodyUsed).toBe(false)
      return Response.json(outcome)
    })(request)
  }
}

const servers: Server[] = []
const listen = (server: Server): Promise<Send> =>
  new Promise((resolve) => {
    servers.push(server)
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo
      resolve((path, init) => fetch(`http://127.0.0.1:${port}${path}`, init))
    })
  })

const senders: Partial<Record<string, Send>> = {}
const fastifyInstance = fastifyApp()

beforeAll(async () => {
  senders.express = await listen(expressApp().listen(0, '127.0.0.1'))
  const address = await fastifyInstance.listen({ port: 0, host: '127.0.0.1' })
  senders.fastify = (path, init) => fetch(address + path, init)
  senders.hono = async (path, init) => honoApp().request(path, init)
  senders.fetch = fetchApp()
})
afterAll(async () => {
  for (const server of servers) server.close()
  await fastifyInstance.close()
})

const form = (value: string): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams({ email: 'a@b.example', 'vouchsafe-token': value }),
})
const json = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})
const marks = ({ headers }: Response) => [headers.get('vouchsafe-action'), headers.get('vouchsafe-reason')]

describe.each(['express', 'fastify', 'hono', 'fetch'])('the middleware for %s', (name) => {
  const send: Send = (path, init) => senders[name]!(path, init)

  it('lets a request with a good verdict pass and hands the verdict on', async () => {
    const response = await send('/guarded', form(token))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ passed: true, action: 'allow', reason: 'allow', verdict: claims })
    expect(marks(response)).toEqual(['allow', 'allow'])
  })
  it('finds the token in a JSON body and in the header', async () => {
    expect((await send('/guarded', json({ 'vouchsafe-token': token }))).status).toBe(200)
    expect((await send('/guarded', { method: 'POST', headers: { 'Vouchsafe-Token': token } })).status).toBe(200)
  })
  it('refuses block with 403 and a problem', async () => {
    const response = await send('/guarded', form(blocked))
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toMatch('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 403, action: 'block', reason: 'block' })
    expect(marks(response)).toEqual(['block', 'block'])
  })
  it('refuses a request without a token, and one with a forged token', async () => {
    const without = await send('/guarded', { method: 'POST' })
    expect([without.status, ...marks(without)]).toEqual([403, 'none', 'missing'])
    const forged = await send('/guarded', form(`${token.slice(0, -8)}AAAAAAAA`))
    expect([forged.status, ...marks(forged)]).toEqual([403, 'none', 'signature'])
  })
  it('refuses hostile bodies', async () => {
    for (const body of [
      null,
      [],
      { 'vouchsafe-token': [token, token] },
      { 'vouchsafe-token': { a: 1 } },
      JSON.parse(`{"__proto__":{"vouchsafe-token":"${token}"}}`),
    ]) {
      expect([400, 403]).toContain((await send('/guarded', json(body))).status)
    }
  })
  it('only looks on in observe mode', async () => {
    for (const [request, reason] of [
      [form(blocked), 'block'],
      [{ method: 'POST' }, 'missing'],
    ] as const) {
      const response = await send('/observing', request)
      expect([response.status, marks(response)[1]]).toEqual([200, reason])
      expect(await response.json()).toMatchObject({ passed: true, reason })
    }
  })
  it('refuses while the keys cannot be read, unless it is told to let pass', async () => {
    const closed = await send('/closed', form(token))
    expect([closed.status, ...marks(closed)]).toEqual([403, 'none', 'keys-unavailable'])
    expect((await send('/open', form(token))).status).toBe(200)
    expect((await send('/open', form(''))).status).toBe(403)
  })
  it('refuses what is on the list of what is revoked, and nothing else', async () => {
    const refused = await send('/revoking', form(takenBack))
    expect([refused.status, ...marks(refused)]).toEqual([403, 'none', 'revoked'])
    expect((await send('/revoking', form(token))).status).toBe(200)
  })
  it('takes the token from elsewhere and leaves the refusal to the site, if asked to', async () => {
    const response = await send('/own', form(token))
    expect([response.status, ...marks(response)]).toEqual([418, 'none', 'missing'])
    expect(await response.json()).toEqual(courteous)
  })
})

describe('the middleware for fetch handlers', () => {
  it('reads no more of a streamed body than a megabyte, and leaves the whole of it to the handler', async () => {
    const chunk = new TextEncoder().encode('a'.repeat(65_536))
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        if (pulled++ === 400) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const headers = { 'content-type': 'application/json' }
    const request = new Request('https://shop.example/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
    const pulledFirst: number[] = []
    const handler = forFetch({ ...guarded, mode: 'observe' })(async (own) => {
      pulledFirst.push(pulled)
      return Response.json((await own.text()).length)
    })
    const response = await handler(request)
    expect(response.headers.get('vouchsafe-reason')).toBe('missing')
    expect(pulledFirst[0]).toBeLessThan(25)
    expect(await response.json()).toBe(400 * 65_536)
  })
})

describe('every middleware', () => {
  it.each([{ mode: 'on' }, { onError: 'maybe' }, { issuer: '' }])('throws a TypeError for options that make no sense: %j', (change) => {
    const options = { ...guarded, ...change } as GuardOptions
    for (const make of [() => forExpress(options), () => forFastify(options), () => forHono(options), () => forFetch(options)]) {
      expect(make).toThrow(TypeError)
    }
  })
})
