import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Witness } from '../witness/witness.js'

/** What the demo's backend said to one form post. */
export interface PostAnswer {
  readonly path: string
  readonly status: number
  /** The action of the verdict that came with the post; `none` where no valid one came. */
  readonly action: 'allow' | 'challenge' | 'block' | 'none'
  readonly reason: string
  readonly body: string
}

/** A reverse proxy on a loopback port before the demo. It sees what the backend decides, so no driver needs a hook in the page. */
export interface Proxy {
  readonly url: string
  /** Answers to form posts so far, oldest first. */
  readonly posts: readonly PostAnswer[]
  /** Resolves when the root has been asked for. @throws when it is not within `within` ms */
  opened(within: number): Promise<void>
  /** The next answer to a form post (or the last one, if there was any); undefined after `within` ms. */
  answer(within: number): Promise<PostAnswer | undefined>
  stop(): Promise<void>
}

const ACTIONS = ['allow', 'challenge', 'block'] as const

/**
 * @param target origin of the demo. Host and Origin go through unchanged, so that the demo sees the address the visitor sees.
 * @param witness looks on from the page, where there is one.
 */
export async function startProxy(target: string, witness?: Witness): Promise<Proxy> {
  const posts: PostAnswer[] = []
  let open = false
  const waiting = new Set<() => void>()
  const wakeAll = () => {
    for (const wake of waiting) wake()
  }
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/') open = true
    wakeAll()
    if (witness?.takes(incoming, outgoing)) return
    if (witness && isForm(incoming)) collect(incoming, witness.posted)
    const note = (answer: PostAnswer) => {
      posts.push(answer)
      wakeAll()
    }
    pass(incoming, outgoing, target, note, witness)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const until = async (happened: () => boolean, within: number) => {
    const deadline = Date.now() + within
    while (!happened() && Date.now() < deadline) await nextWake(waiting, deadline - Date.now())
    return happened()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    async opened(within) {
      if (!(await until(() => open, within))) throw new Error(`the page was not opened within ${within} ms`)
    },
    async answer(within) {
      await until(() => posts.length > 0, within)
      return posts.at(-1)
    },
    stop: () => close(server),
  }
}

function nextWake(waiting: Set<() => void>, within: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      waiting.delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, within)
    waiting.add(wake)
  })
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  note: (answer: PostAnswer) => void,
  witness: Witness | undefined,
): void {
  const { hostname, port } = new URL(target)
  const options = { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers, agent: false }
  const onward = request(options, (answer) => {
    if (isForm(incoming)) collect(answer, (body) => note(readAnswer(incoming.url ?? '/', answer, body)))
    if (witness && isDocument(incoming, answer)) return collect(answer, (html) => sendDressed(html, answer, outgoing, witness))
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    answer.pipe(outgoing)
  })
  onward.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain' })
    outgoing.end('The demo does not answer.')
  })
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

/** Beacons and calls of scripts are no form posts. */
function isForm({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(headers['content-type'] ?? '')
}

function isDocument({ method }: IncomingMessage, { headers }: IncomingMessage): boolean {
  return method === 'GET' && !headers['content-encoding'] && (headers['content-type'] ?? '').startsWith('text/html')
}

function sendDressed(html: string, { statusCode, headers }: IncomingMessage, outgoing: ServerResponse, witness: Witness): void {
  const { 'content-length': _, 'transfer-encoding': __, ...rest } = headers
  const policy = witness.loosen(String(headers['content-security-policy'] ?? ''))
  outgoing.writeHead(statusCode ?? 502, { ...rest, 'content-security-policy': policy })
  outgoing.end(witness.dress(html))
}

function collect(answer: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = []
  answer.on('data', (chunk: Buffer) => chunks.push(chunk))
  answer.on('end', () => done(Buffer.concat(chunks).toString()))
}

function readAnswer(path: string, answer: IncomingMessage, body: string): PostAnswer {
  const header = (name: string) => String(answer.headers[name] ?? '')
  const action = ACTIONS.find((known) => known === header('vouchsafe-action')) ?? 'none'
  return { path, status: answer.statusCode ?? 0, action, reason: header('vouchsafe-reason'), body }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
