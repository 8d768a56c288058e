import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { revocationDigest } from '../shared/wire/revocations.js'
import { vouchsafe as forExpress } from './express.js'
import { vouchsafe as forFastify, outcomeOf } from './fastify.js'
import { vouchsafe as forFetch } from './fetch.js'
import { vouchsafe as forHono } from './hono.js'
import { verifyErrorCodes } from './index.js'
import { claims, makeIssuer } from './testing/make-issuer.js'

const page = readFileSync(new URL('../docs/verdict.md', import.meta.url), 'utf8')

/** What stands between a heading and the next of its rank. */
function section(heading: string): string {
  const [, text] = page.split(new RegExp(`^${heading}$`, 'm'))
  return text!.split(/^## /m)[0]!
}

/** The names in the first column of the table whose head begins so. */
function firstColumn(head: string): string[] {
  const [, table] = page.split(head)
  const rows = table!.split('\n\n')[0]!.split('\n').slice(2)
  return rows.flatMap((row) => row.split('|')[1]!.match(/(?<=`)[a-z][A-Za-z_-]*/g) ?? []).sort()
}

/** What an explanation holds, as the server's type lists it; whose project it is, its owner knows, and whom it is about has no name for them. */
function fieldsOfExplanation(): string[] {
  const [, type] = readFileSync(new URL('../attest-server/stores/ports/verdicts.ts', import.meta.url), 'utf8').split(
    'export interface VerdictRecord {',
  )
  const fields = type!.split('\n}')[0]!.matchAll(/^ {2}readonly (\w+)\??:/gm)
  return Array.from(fields, ([, name]) => name!).filter((name) => name !== 'projectId' && name !== 'subject')
}

describe('the page about the verdict', () => {
  it('explains every field of the explanation, and no other', () => {
    expect(firstColumn('| field of the explanation |')).toEqual(fieldsOfExplanation().sort())
  })
  it('explains every claim, and no other', () => {
    expect(firstColumn('| claim |')).toEqual([...Object.keys(claims), 'test', 'verified', 'payload'].sort())
  })
  it('explains every error code, and no other', () => {
    expect(firstColumn('| `result.error.code` |')).toEqual([...verifyErrorCodes].sort())
  })
})

it('the page about the verdict shows an entry of the list of what is revoked', () => {
  expect(page).toContain(`Of \`sub pk_shop sess_1\` that is \`${revocationDigest('sub', 'pk_shop', 'sess_1')}\` in hex.`)
})

/** What the examples import, by name and by module. */
const modules: Readonly<Record<string, object>> = {
  express: { default: express },
  fastify: { default: fastify },
  hono: { Hono },
  'vouchsafe/verify/express': { vouchsafe: forExpress },
  'vouchsafe/verify/fastify': { vouchsafe: forFastify, outcomeOf },
  'vouchsafe/verify/hono': { vouchsafe: forHono },
  'vouchsafe/verify/fetch': { vouchsafe: forFetch },
}

/** Runs an example of the page, word for word but for the site key, and hands out what it makes. */
function perform(library: string): unknown {
  const examples = [...section('## Middlewares').matchAll(/```js[^\n]*\n(.*?)```/gs)].map(([, code]) => code!)
  const settings = examples[0]!.replace('pk_…', claims.aud)
  const example = examples.find((code) => code.includes(`vouchsafe/verify/${library}'`))!
  const code = example
    .replace(/^import (\w+) from '(.+)'$/gm, "const { default: $1 } = modules['$2']")
    .replace(/^import (\{.+\}) from '(.+)'$/gm, "const $1 = modules['$2']")
    .replace(/^export const/gm, 'const')
  return new Function('modules', `${settings}\n${code}\nreturn ${library === 'fetch' ? 'POST' : 'app'}`)(modules)
}

type Send = (body: object) => Promise<Response>
const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** Each library's way from a request to a response, without a socket where it has one. */
const send: Readonly<Record<string, Send>> = {
  express: async (body) => {
    const server = (perform('express') as express.Express).listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    const form = new URLSearchParams(body as Record<string, string>)
    const { port } = server.address() as AddressInfo
    return loopback(`http://127.0.0.1:${port}/sign-up`, { method: 'POST', body: form }).finally(() => server.close())
  },
  fastify: async (body) => {
    const app = perform('fastify') as ReturnType<typeof fastify>
    const { statusCode, headers, body: text } = await app.inject({ method: 'POST', url: '/sign-up', payload: body })
    return new Response(text, { status: statusCode, headers: { 'vouchsafe-reason': String(headers['vouchsafe-reason']) } })
  },
  hono: async (body) => (perform('hono') as Hono).request('/sign-up', post(body)),
  fetch: async (body) => (perform('fetch') as typeof fetch)(new Request('https://shop.example/sign-up', post(body))),
}

const loopback = globalThis.fetch
const issuer = await makeIssuer()
const iss = 'https://attest.shop.example'

beforeEach(() => {
  vi.stubGlobal('fetch', async (address: string) => {
    expect(String(address)).toBe(`${iss}/.well-known/jwks.json`)
    return Response.json(issuer.jwks)
  })
})
afterEach(() => void vi.unstubAllGlobals())

describe.each(Object.keys(send))('the example for %s', (library) => {
  const iat = Math.floor(Date.now() / 1000)
  const token = (changes: object = {}) => issuer.sign({ ...claims, iss, iat, exp: iat + 120, ...changes })

  it('takes a form with a verdict and knows its score', async () => {
    const response = await send[library]!({ 'vouchsafe-token': await token() })
    expect([response.status, await response.json()]).toEqual([200, { score: claims.score }])
  })
  it.each([
    ['missing', async () => ({})],
    ['block', async () => ({ 'vouchsafe-token': await token({ action: 'block' }) })],
    ['action-mismatch', async () => ({ 'vouchsafe-token': await token({ page_action: 'checkout' }) })],
  ])('refuses one without: %s', async (reason, body) => {
    const response = await send[library]!(await body())
    expect([response.status, response.headers.get('vouchsafe-reason')]).toEqual([403, reason])
  })
})
