import type { Server } from 'node:http'
import { connect } from 'node:http2'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vouchsafe as forExpress } from '../express.js'
import { vouchsafe as forFastify } from '../fastify.js'
import { vouchsafe as forFetch } from '../fetch.js'
import type { GuardOptions } from '../guard.js'
import { vouchsafe as forHono } from '../hono.js'
import { makeDevice } from '../testing/make-device.js'
import { claims, makeIssuer, optionsFor } from '../testing/make-issuer.js'

const issuer = await makeIssuer()
const device = await makeDevice()
const stranger = await makeDevice()
const token = await issuer.sign({ ...claims, cnf: { jkt: device.thumbprint } })

/** The path chooses the guard; one line more than without proofs. */
const guards: Readonly<Record<string, GuardOptions>> = {
  '/direct': { ...optionsFor(issuer), dpop: true },
  '/proxied': { ...optionsFor(issuer), dpop: { base: 'https://shop.example/api' } },
  '/asking': { ...optionsFor(issuer), dpop: { nonceSecret: 'a secret of at least thirty-two characters' } },
}
const paths = Object.keys(guards)

interface Place {
  /** Where its clients reach it. */
  readonly address: string
  send(path: string, headers: Record<string, string>): Promise<Response>
}

const servers: { close(): unknown }[] = []
const overWire = (address: string): Place => ({
  address,
  send: (path, headers) => fetch(`${address}${path}?page=1`, { method: 'POST', headers }),
})

async function listen(server: Server): Promise<Place> {
  servers.push(server)
  await new Promise((listening) => server.once('listening', listening))
  return overWire(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

/** As browsers ask: with `:authority` and no `host`. */
async function sendOverHttp2(address: string, path: string, headers: Record<string, string>): Promise<Response> {
  const session = connect(address)
  try {
    const stream = session.request({ ':method': 'POST', ':path': `${path}?page=1`, ...headers })
    stream.end()
    const got = await new Promise<Record<string, unknown>>((resolve, reject) => stream.on('response', resolve).on('error', reject))
    const kept = Object.entries(got).filter(([name]) => !name.startsWith(':'))
    const body = (await stream.toArray()).join('')
    return new Response(body, {
      status: Number(got[':status']),
      headers: kept.map(([name, value]) => [name, String(value)] as [string, string]),
    })
  } finally {
    session.close()
  }
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  express: () => {
    const app = express()
    // Mounted, so that the path of the request is not all of it.
    const router = express.Router()
    for (const path of paths) router.post(path, forExpress(guards[path]!), (_, response) => void response.json('in'))
    app.use('/', router)
    return listen(app.listen(0, '127.0.0.1'))
  },
  fastify: async () => {
    const app = fastify()
    for (const path of paths) app.post(path, { preHandler: forFastify(guards[path]!) }, async () => 'in')
    servers.push(app)
    return overWire(await app.listen({ port: 0, host: '127.0.0.1' }))
  },
  'fastify over HTTP/2': async () => {
    const app = fastify({ http2: true })
    for (const path of paths) app.post(path, { preHandler: forFastify(guards[path]!) }, async () => 'in')
    servers.push(app)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    return { address, send: (path, headers) => sendOverHttp2(address, path, headers) }
  },
  hono: async () => {
    const app = new Hono()
    for (const path of paths) app.post(path, forHono(guards[path]!), (c) => c.json('in'))
    const address = 'http://hono.example'
    return { address, send: async (path, headers) => app.request(`${address}${path}?page=1`, { method: 'POST', headers }) }
  },
  fetch: async () => {
    const handlers = new Map(paths.map((path) => [path, forFetch(guards[path]!)(async () => Response.json('in'))]))
    const address = 'https://fetch.example'
    return { address, send: (path, headers) => handlers.get(path)!(new Request(`${address}${path}?page=1`, { method: 'POST', headers })) }
  },
}

afterAll(async () => {
  for (const server of servers) await server.close()
})

describe.each(Object.keys(places))('the middleware for %s, asking for possession', (name) => {
  let place: Place
  beforeAll(async () => {
    place = await places[name]!()
  })
  const send = (path: string, dpop?: string) =>
    place.send(path, { 'Vouchsafe-Token': token, ...(dpop === undefined ? {} : { DPoP: dpop }) })
  const prove = (path: string, more: object = {}, by = device) => by.prove(token, { htu: place.address + path, ...more })
  const reason = ({ status, headers }: Response) => [status, headers.get('vouchsafe-reason')]

  it('lets the client pass that the verdict was issued to, once for each proof', async () => {
    const proof = await prove('/direct')
    expect(reason(await send('/direct', proof))).toEqual([200, 'allow'])
    expect(reason(await send('/direct', proof))).toEqual([403, 'proof-used'])
  })
  it('refuses the verdict from another client, and from one that proves nothing', async () => {
    expect(reason(await send('/direct', await prove('/direct', {}, stranger)))).toEqual([403, 'proof-key'])
    expect(reason(await send('/direct'))).toEqual([403, 'proof-missing'])
  })
  it('refuses a proof for another of its paths or another method', async () => {
    expect(reason(await send('/direct', await prove('/asking')))).toEqual([403, 'proof-request'])
    expect(reason(await send('/direct', await prove('/direct', { htm: 'GET' })))).toEqual([403, 'proof-request'])
  })
  it('compares with the public address behind a proxy', async () => {
    expect(reason(await send('/proxied', await prove('/proxied')))).toEqual([403, 'proof-request'])
    const proof = await device.prove(token, { htu: 'https://shop.example/api/proxied' })
    expect(reason(await send('/proxied', proof))).toEqual([200, 'allow'])
  })
  it('asks for a nonce as RFC 9449 says, and takes the proof that has it', async () => {
    const first = await send('/asking', await prove('/asking'))
    expect(reason(first)).toEqual([401, 'proof-nonce'])
    expect(first.headers.get('www-authenticate')).toMatch(/^DPoP .*error="use_dpop_nonce"/)
    expect(await first.json()).toMatchObject({ status: 401, reason: 'proof-nonce' })
    const nonce = first.headers.get('dpop-nonce')
    const second = await send('/asking', await prove('/asking', { nonce }))
    expect([...reason(second), second.headers.get('dpop-nonce')]).toEqual([200, 'allow', nonce])
  })
})
