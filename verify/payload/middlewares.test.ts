import { createHash } from 'node:crypto'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { formPayload } from '../../shared/wire/payload.js'
import { vouchsafe as forExpress } from '../express.js'
import { vouchsafe as forFastify } from '../fastify.js'
import { vouchsafe as forFetch } from '../fetch.js'
import type { GuardOptions } from '../guard.js'
import { vouchsafe as forHono } from '../hono.js'
import { claims, makeIssuer, optionsFor } from '../testing/make-issuer.js'

const issuer = await makeIssuer()
const salt = 'abcdefghijklmnopqrstuv'
/** A verdict that a page has bound. */
const boundTo = (payload: string) =>
  issuer.sign({
    ...claims,
    payload: createHash('sha256')
      .update(salt + payload)
      .digest('base64url'),
  })

const fields: readonly [string, string][] = [
  ['name', 'Ada Lovelace'],
  ['topic', 'b'],
  ['topic', 'a'],
]
const form = await boundTo(formPayload(fields, []))
const body = '{"amount": 12}'
const bound = await boundTo(body)
const toNothing = await boundTo('')

const guarded: GuardOptions = { ...optionsFor(issuer), payload: true }
type Send = (init: RequestInit, options?: GuardOptions) => Promise<Response>

async function overExpress(init: RequestInit, options = guarded): Promise<Response> {
  const app = express()
  const keep = (request: object, _: unknown, raw: Buffer) => void Object.assign(request, { raw })
  app.use(express.urlencoded({ extended: false, verify: keep }), express.json({ verify: keep }))
  const exact = (request: express.Request) => (request.headers['vouchsafe-salt'] ? (request as { raw?: Buffer }).raw : request.body)
  app.post('/', forExpress({ ...options, body: exact }), (_, response) => void response.json('in'))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  return fetch(`http://127.0.0.1:${(server.address() as { port: number }).port}/`, init).finally(() => server.close())
}
async function overFastify(init: RequestInit, options = guarded): Promise<Response> {
  const app = fastify()
  const parse = (_: unknown, text: unknown, done: (error: null, parsed: unknown) => void) => {
    const all = new URLSearchParams(String(text))
    done(null, Object.fromEntries(Array.from(all.keys(), (name) => [name, all.getAll(name).length > 1 ? all.getAll(name) : all.get(name)])))
  }
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parse)
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) => done(null, text))
  app.post('/', { preHandler: forFastify(options) }, async () => 'in')
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return fetch(`${address}/`, init).finally(() => app.close())
}
const send: Readonly<Record<string, Send>> = {
  express: overExpress,
  fastify: overFastify,
  hono: async (init, options = guarded) => {
    const app = new Hono()
    app.post('/', forHono(options), async (c) => c.json((await c.req.text()).length > 0 ? 'in' : 'empty'))
    return app.request('/', init)
  },
  fetch: (init, options = guarded) =>
    forFetch(options)(async (request) => Response.json((await request.text()) ? 'in' : 'empty'))(
      new Request('https://shop.example/', init),
    ),
}
const posted = (pairs: readonly (readonly [string, string])[], field = 'vouchsafe-token'): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams([...pairs, [field, form], ['vouchsafe-salt', salt]] as [string, string][]),
})
const withSalt = (type: string, token: string, sent: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': type, 'vouchsafe-token': token, 'vouchsafe-salt': salt },
  body: sent,
})
const outcome = ({ status, headers }: Response) => [status, headers.get('vouchsafe-reason')]

describe.each(Object.keys(send))('the middleware for %s', (name) => {
  const answer = async (init: RequestInit, options?: GuardOptions) => outcome(await send[name]!(init, options))

  it('takes the form that the verdict was made for, and refuses one that was changed', async () => {
    expect(await answer(posted(fields))).toEqual([200, 'allow'])
    expect(await answer(posted([['name', 'Eve'], ...fields.slice(1)]))).toEqual([403, 'payload-mismatch'])
    expect(await answer(posted([...fields, ['topic', 'c']]))).toEqual([403, 'payload-mismatch'])
  })
  it('takes the body that the verdict was made for, and refuses another', async () => {
    expect(await answer(withSalt('application/json', bound, body))).toEqual([200, 'allow'])
    expect(await answer(withSalt('application/json', bound, body.replace(' ', '')))).toEqual([403, 'payload-mismatch'])
  })
  it('takes a verdict that was made for an empty body with one, and with no other, whether that can be read or not', async () => {
    expect(await answer(withSalt('application/json', toNothing, ''))).toEqual([200, 'allow'])
    for (const type of ['application/json', 'text/plain'])
      expect(await answer(withSalt(type, toNothing, '{"to":"mallory"}'))).toEqual([403, 'payload-mismatch'])
  })
  it('looks for the token in the field that is named, and takes the form without that', async () => {
    const named = { ...guarded, field: 'g-recaptcha-response' }
    expect(await answer(posted(fields, named.field), named)).toEqual([200, 'allow'])
    expect(await answer(posted([...fields, ['vouchsafe-token', form]], named.field), named)).toEqual([403, 'payload-mismatch'])
    expect(await answer(posted(fields), named)).toEqual([403, 'missing'])
  })
  it('takes no salt from JSON: it has more than fields, and no one spelling', async () => {
    const sent = JSON.stringify({ name: 'Ada Lovelace', topic: ['b', 'a'], 'vouchsafe-salt': salt })
    const headers = { 'content-type': 'application/json', 'vouchsafe-token': form }
    expect(await answer({ method: 'POST', headers, body: sent })).toEqual([403, 'payload-missing'])
  })
  it('refuses a verdict that comes without its salt', async () => {
    const only = new URLSearchParams([...fields, ['vouchsafe-token', form]])
    expect(await answer({ method: 'POST', body: only })).toEqual([403, 'payload-missing'])
  })
})

describe('a body that was not read is not an empty one', () => {
  const padded = JSON.stringify({ to: 'mallory' }) + ' '.repeat(1_100_000)
  const refused = [403, 'payload-mismatch']
  const post = (init: RequestInit) => new Request('https://shop.example/', init)

  it('because it is too long, or was read by others, for fetch', async () => {
    const guard = forFetch(guarded)(() => new Response('in'))
    expect(outcome(await guard(post(withSalt('application/json', toNothing, padded))))).toEqual(refused)
    const used = post(withSalt('application/json', toNothing, '{}'))
    await used.text()
    expect(outcome(await guard(used))).toEqual(refused)
  })
  it('because it was read by others, for Hono', async () => {
    const app = new Hono()
    app.use((c, next) => c.req.raw.text().then(next))
    app.post('/', forHono(guarded), (c) => c.text('in'))
    expect(outcome(await app.request('/', withSalt('application/json', toNothing, '{}')))).toEqual(refused)
  })
  it.each([
    ['Express 5', undefined],
    ['Express 4', {}],
    ['a parser of JSON', { to: 'mallory' }],
  ])('because %s has left its own in its place', async (_name, parsed) => {
    const said: unknown[] = []
    const headers = { 'content-type': 'application/json', 'vouchsafe-token': toNothing, 'vouchsafe-salt': salt }
    const request = { headers, body: parsed, method: 'POST', protocol: 'https', originalUrl: '/' }
    const response = { statusCode: 200, setHeader: (...header: unknown[]) => void said.push(header), end() {} }
    await new Promise<unknown>((done) => forExpress({ ...guarded, onRefused: done })(request, response, done))
    expect(said).toContainEqual(['Vouchsafe-Reason', 'payload-mismatch'])
  })
})
