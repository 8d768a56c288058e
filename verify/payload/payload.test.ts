import { createHash } from 'node:crypto'
import express from 'express'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { formPayload } from '../../shared/wire/payload.js'
import { vouchsafe as forExpress } from '../express.js'
import { vouchsafe as forFastify } from '../fastify.js'
import { vouchsafe as forFetch } from '../fetch.js'
import type { GuardOptions } from '../guard.js'
import { vouchsafe as forHono } from '../hono.js'
import { createVerifier, type PresentedPayload } from '../index.js'
import { claims, makeIssuer, optionsFor } from '../testing/make-issuer.js'

const issuer = await makeIssuer()
const options = optionsFor(issuer)
const salt = 'abcdefghijklmnopqrstuv'
const digest = (payload: string | Uint8Array) => createHash('sha256').update(salt).update(payload).digest('base64url')
/** A verdict that a page has bound. */
const boundTo = (payload: string | Uint8Array) => issuer.sign({ ...claims, payload: digest(payload) })

const fields: readonly [string, string][] = [
  ['name', 'Ada Lovelace'],
  ['topic', 'b'],
  ['topic', 'a'],
  ['text', 'one\r\ntwo'],
]
const form = await boundTo(formPayload(fields, []))
const body = '{"amount": 12}'
const bound = await boundTo(body)

async function codeOf(token: string, payload: true | PresentedPayload): Promise<string> {
  const result = await createVerifier({ ...options, payload: true }).verify(token, { payload })
  return result.ok ? 'ok' : result.error.code
}

describe('a verdict that is bound to a payload', () => {
  it('is the one of the test vector', async () => {
    const written = 'name=Ada%20Lovelace&text=one%0D%0Atwo&topic=b&topic=a'
    expect([formPayload(fields, []), digest(written)]).toEqual([written, '1N4xk133phz_Rtf0Lw5_kuervF7je1sbi4KiXRSa-zU'])
  })
  it.each([
    ['pairs', fields],
    ['URLSearchParams', new URLSearchParams(fields as [string, string][])],
    ['an object of a body parser', { topic: ['b', 'a'], text: 'one\ntwo', name: 'Ada Lovelace' }],
    ['fields with ours among them', [['vouchsafe-token', form], ...fields, ['vouchsafe-salt', salt]]],
    ['fields with a file', [...fields, ['photo', new Blob(['x'])]]],
  ])('is accepted with the form that it was made for, as %s', async (_name, given) => {
    expect(await codeOf(form, { salt, body: given })).toBe('ok')
  })
  it('is accepted with the very body that it was made for, as text and as bytes', async () => {
    expect(await codeOf(bound, { salt, body })).toBe('ok')
    expect(await codeOf(bound, { salt, body: Buffer.from(body) })).toBe('ok')
    expect(await codeOf(bound, { salt, body: new TextEncoder().encode(body).buffer })).toBe('ok')
    expect(await codeOf(await boundTo(''), { salt, body: {} })).toBe('ok')
  })
  it.each([
    ['a field was changed', fields.map(([name, value]) => [name, value.replace('Ada', 'Eve')])],
    ['a field is missing', fields.slice(1)],
    ['a field was added', [...fields, ['admin', '1']]],
    ['two values of one name changed places', [fields[0], fields[2], fields[1], fields[3]]],
    ['there is none', undefined],
    ['it is no form', [1, null, 'x']],
    ['it is text', formPayload(fields, []).replace('Ada', 'Eve')],
  ])('is refused where %s', async (_name, given) => {
    expect(await codeOf(form, { salt, body: given })).toBe('payload-mismatch')
  })
  it.each(['abcdefghijklmnopqrstuw', 'short', `${salt}a`, [salt, salt], { a: 1 }, 5])('is refused with another salt: %j', async (other) => {
    expect(await codeOf(form, { salt: other, body: fields })).toBe('payload-mismatch')
  })
  it('is missing where no salt came, where nothing was shown, and where the verdict is bound to nothing', async () => {
    for (const none of [undefined, null, '']) expect(await codeOf(form, { salt: none, body: fields })).toBe('payload-missing')
    expect(await codeOf(form, true)).toBe('payload-missing')
    expect(await codeOf(await issuer.sign(), { salt, body: fields })).toBe('payload-missing')
  })
  it('is accepted like any other by those who do not ask', async () => {
    expect(await createVerifier(options).verify(form)).toMatchObject({ ok: true, verdict: { payload: digest(formPayload(fields, [])) } })
  })
  it('is malformed with a digest that is none', async () => {
    for (const payload of ['short', 5, null, `${digest('')}=`])
      expect(await codeOf(await issuer.sign({ ...claims, payload }), { salt, body: '' })).toBe('malformed')
  })
  it.each([{ payload: false }, { payload: 'x' }, { payload: { salt } }])('cannot be asked for by %j', (change) => {
    expect(() => createVerifier({ ...options, ...change } as GuardOptions)).toThrow(TypeError)
    expect(() => forFetch({ ...options, payload: { salt, body } } as GuardOptions)).toThrow(TypeError)
  })
})

const guarded: GuardOptions = { ...options, payload: true }
type Send = (init: RequestInit) => Promise<Response>

async function overExpress(init: RequestInit): Promise<Response> {
  const app = express()
  const keep = (request: object, _: unknown, raw: Buffer) => void Object.assign(request, { raw })
  app.use(express.urlencoded({ extended: false, verify: keep }), express.json({ verify: keep }))
  const exact = (request: express.Request) => (request.headers['vouchsafe-salt'] ? (request as { raw?: Buffer }).raw : request.body)
  app.post('/', forExpress({ ...guarded, body: exact }), (_, response) => void response.json('in'))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  return fetch(`http://127.0.0.1:${(server.address() as { port: number }).port}/`, init).finally(() => server.close())
}
async function overFastify(init: RequestInit): Promise<Response> {
  const { default: fastify } = await import('fastify')
  const app = fastify()
  const parse = (_: unknown, text: unknown, done: (error: null, parsed: unknown) => void) => {
    const all = new URLSearchParams(String(text))
    done(null, Object.fromEntries(Array.from(all.keys(), (name) => [name, all.getAll(name).length > 1 ? all.getAll(name) : all.get(name)])))
  }
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parse)
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) => done(null, text))
  app.post('/', { preHandler: forFastify(guarded) }, async () => 'in')
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return fetch(`${address}/`, init).finally(() => app.close())
}
const send: Readonly<Record<string, Send>> = {
  express: overExpress,
  fastify: overFastify,
  hono: async (init) => {
    const app = new Hono()
    app.post('/', forHono(guarded), async (c) => c.json((await c.req.text()).length > 0 ? 'in' : 'empty'))
    return app.request('/', init)
  },
  fetch: (init) =>
    forFetch(guarded)(async (request) => Response.json((await request.text()) ? 'in' : 'empty'))(
      new Request('https://shop.example/', init),
    ),
}
const posted = (pairs: readonly (readonly [string, string])[]): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams([...pairs, ['vouchsafe-token', form], ['vouchsafe-salt', salt]] as [string, string][]),
})

describe.each(Object.keys(send))('the middleware for %s', (name) => {
  const answer = async (init: RequestInit) => {
    const { status, headers } = await send[name]!(init)
    return [status, headers.get('vouchsafe-reason')]
  }

  it('takes the form that the verdict was made for, and refuses one that was changed', async () => {
    expect(await answer(posted(fields))).toEqual([200, 'allow'])
    expect(await answer(posted([['name', 'Eve'], ...fields.slice(1)]))).toEqual([403, 'payload-mismatch'])
    expect(await answer(posted([...fields, ['topic', 'c']]))).toEqual([403, 'payload-mismatch'])
  })
  it('takes the body that the verdict was made for, and refuses another', async () => {
    const headers = { 'content-type': 'application/json', 'vouchsafe-token': bound, 'vouchsafe-salt': salt }
    expect(await answer({ method: 'POST', headers, body })).toEqual([200, 'allow'])
    expect(await answer({ method: 'POST', headers, body: body.replace(' ', '') })).toEqual([403, 'payload-mismatch'])
  })
  it('refuses a verdict that comes without its salt', async () => {
    const only = new URLSearchParams([...fields, ['vouchsafe-token', form]])
    expect(await answer({ method: 'POST', body: only })).toEqual([403, 'payload-missing'])
  })
})
