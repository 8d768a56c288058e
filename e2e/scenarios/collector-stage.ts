import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { EvidenceClaims } from '../../shared/wire/evidence.js'
import type { AttestResponse } from '../../shared/wire/verdict.js'
import { repoRoot } from '../support/machine/tools.js'

/** What the pretended attest-server does with a call, for tests of what a healthy one never does. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly after?: number; readonly change?: object }
  | { readonly kind: 'problem'; readonly status: number; readonly code: string; readonly retry: boolean }
  | { readonly kind: 'drop' | 'hang' | 'garbage' }

export interface Call {
  readonly path: '/v1/challenge' | '/v1/attest'
  /** The how-manieth call of this path, from 0. */
  readonly index: number
  readonly body: Record<string, unknown>
  readonly contentType: string | undefined
  readonly cookie: string | undefined
  /** Of calls to `/v1/attest`. */
  readonly claims: EvidenceClaims | undefined
  /** Whether the evidence's signature is that of the key in its header; undefined where it is unsigned. */
  readonly signed: boolean | undefined
  readonly bytes: number
  readonly thumbprintParts: { x: string; y: string } | undefined
}

/** A page on one origin, a pretended attest-server on another, and notes of all that reaches them. */
export interface Stage {
  readonly attest: string
  readonly site: string
  readonly calls: Call[]
  /** Bodies of posts to `/form`, with the path and query they were sent to. */
  readonly posts: { readonly url: string; readonly fields: URLSearchParams }[]
  /** CSP violation reports. */
  readonly reports: string[]
  /** Decides about each call; answers all when not set. */
  behave: (call: Call) => Behaviour
  /** HTML by path; `{attest}` stands for the attest-server's address. */
  readonly pages: Map<string, string>
  /** Headers of every page. */
  headers: Record<string, string>
  stop(): Promise<void>
}

export const KEY = 'pk_AAAAAAAAAAAAAAAAAAAAAA'
export const tag = (attributes = ''): string => `<script src="{attest}/collector.js" data-key="${KEY}" async ${attributes}></script>`

/** Where the built bundles lie. */
const dist = process.env.VOUCHSAFE_E2E_DIST ?? join(repoRoot, 'dist')
const FILES = new Set([
  '/collector.js',
  '/collector.mjs',
  '/senses.js',
  '/senses.mjs',
  '/worker.js',
  '/enforce.js',
  '/compat.js',
  '/bind.js',
])

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const parseJson = (text: string | undefined) => JSON.parse(Buffer.from(text ?? '', 'base64url').toString())

function noteCall(calls: Call[], path: Call['path'], request: IncomingMessage, text: string): Call {
  const body = JSON.parse(text) as Record<string, unknown>
  const [head, payload, signature] = typeof body.evidence === 'string' ? body.evidence.split('.') : []
  const jwk = head ? parseJson(head).jwk : undefined
  const call: Call = {
    path,
    index: calls.filter((other) => other.path === path).length,
    body,
    contentType: request.headers['content-type'],
    cookie: request.headers.cookie,
    claims: payload ? parseJson(payload) : (body.unsigned as EvidenceClaims | undefined),
    signed:
      jwk &&
      verify(
        'sha256',
        Buffer.from(`${head}.${payload}`),
        { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature ?? '', 'base64url'),
      ),
    bytes: typeof body.evidence === 'string' ? body.evidence.length : text.length,
    thumbprintParts: jwk && { x: jwk.x, y: jwk.y },
  }
  calls.push(call)
  return call
}

function goodAnswer(call: Call): object {
  const id = randomBytes(16).toString('base64url')
  if (call.path === '/v1/challenge') {
    const session = call.body.session ?? `sess_${id}`
    const now = Math.floor(Date.now() / 1000)
    return { challenge: `challenge.${id}`, nonce: id, session, now, expiresIn: 300, pow: { count: 4, difficulty: 500 }, enforce: true }
  }
  const verdict: AttestResponse = {
    token: `token.${id}`,
    action: 'allow',
    score: 0.03,
    band: 'human',
    assurance: call.signed ? 'signed' : 'unsigned',
    session: 'sess_x',
    expiresIn: 120,
    reference: 'ref',
  }
  return verdict
}

function answerCall(call: Call, behaviour: Behaviour, response: ServerResponse): void {
  const json = (status: number, type: string, body: object) =>
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
  if (behaviour.kind === 'drop') response.destroy()
  else if (behaviour.kind === 'garbage') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>A captive portal</h1>')
  else if (behaviour.kind === 'problem')
    json(behaviour.status, 'application/problem+json', { code: behaviour.code, retry: behaviour.retry })
  else if (behaviour.kind === 'answer')
    setTimeout(() => json(200, 'application/json', { ...goodAnswer(call), ...behaviour.change }), behaviour.after ?? 0)
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const listen = (handler: Handler): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      handler(request, response).catch((error: unknown) => {
        // A page that was closed in the middle of a request has taken nothing from anybody.
        if (!request.destroyed || request.complete) throw error
      })
    })
    server.listen(0, '127.0.0.1', () => resolve(server))
  })

const portOf = (server: Server): number => (server.address() as AddressInfo).port

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

export async function startStage(): Promise<Stage> {
  const notes = { calls: [] as Call[], posts: [] as Stage['posts'], reports: [] as string[], pages: new Map<string, string>() }

  const attestServer = await listen(async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '')
    response.setHeader('access-control-allow-origin', '*')
    // On a connection that was used before, browsers send a dropped request again by themselves.
    response.setHeader('connection', 'close')
    if (FILES.has(path)) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(dist, path)))
    } else if (request.method === 'POST' && (path === '/v1/challenge' || path === '/v1/attest')) {
      const call = noteCall(notes.calls, path, request, await readBody(request))
      answerCall(call, stage.behave(call), response)
    } else response.writeHead(404).end()
  })

  const siteServer = await listen(async (request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '')
    if (path === '/reports') {
      notes.reports.push(await readBody(request))
      response.end()
    } else if (path === '/worker.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(dist, path)))
    } else if (request.method === 'POST') {
      notes.posts.push({ url: request.url ?? '', fields: new URLSearchParams(await readBody(request)) })
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>done</title>done')
    } else {
      const html = notes.pages.get(path)
      response.writeHead(html ? 200 : 404, { 'content-type': 'text/html;charset=utf-8', ...fill(stage.headers) })
      response.end(html ? fillText(html) : 'nothing here')
    }
  })

  const attest = `http://127.0.0.1:${portOf(attestServer)}`
  const site = `http://127.0.0.1:${portOf(siteServer)}`
  const fillText = (text: string) => text.replaceAll('{attest}', attest).replaceAll('{site}', site)
  const fill = (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fillText(value)]))
  const stage: Stage = {
    ...notes,
    attest,
    site,
    behave: () => ({ kind: 'answer' }),
    headers: {},
    async stop() {
      await Promise.all([close(attestServer), close(siteServer)])
    },
  }
  return stage
}
