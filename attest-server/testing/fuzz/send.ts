import { Agent, type IncomingMessage, request as openRequest } from 'node:http'
import { type FuzzRequest, headerOf, targetOf } from './fuzz-request.js'

export interface Answer {
  /** 0: none came. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** What happened instead of an answer. */
  readonly fault?: string
}

export type Send = (request: FuzzRequest) => Promise<Answer>

const PATIENCE = 20_000
async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  let fault: string | undefined
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer)
  } catch (error) {
    fault = `answer broken off: ${(error as NodeJS.ErrnoException).code}`
  }
  const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
  return { status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8'), ...(fault ? { fault } : {}) }
}

/** All headers as they shall stand on the wire, twice where they do. */
function rawHeaders(request: FuzzRequest, host: string): string[] {
  const { body, isChunked } = request
  const length: [string, string][] =
    body === undefined ? [] : isChunked ? [['transfer-encoding', 'chunked']] : [['content-length', String(body.length)]]
  const own: [string, string][] = headerOf(request, 'host') === undefined ? [['host', host]] : []
  return [...own, ...request.headers, ...length].flat()
}

/** Sends what is no valid address either; nothing is mended on the way. */
export function createSend(url: string, atOnce: number): { readonly send: Send; close(): void } {
  const { hostname, port, host } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

  const attempt = (request: FuzzRequest, by: Agent | false = agent): Promise<Answer & { readonly again?: boolean }> =>
    new Promise((resolve) => {
      const headers = rawHeaders(request, host) as never
      const sent = openRequest({ agent: by, hostname, port, method: request.method, path: targetOf(request), headers })
      sent.setTimeout(PATIENCE, () => sent.destroy(new Error('no answer in time')))
      sent.once('socket', (socket) => {
        // One that is closed while nobody uses it tells nobody else.
        if (!sent.reusedSocket) socket.on('error', () => undefined)
      })
      sent.once('response', (response) => void read(response).then(resolve))
      // Closed while nobody used it, or because the body before was refused unread: once more (https://nodejs.org/api/http.html#requestreusedsocket).
      sent.on('error', ({ code, message }: NodeJS.ErrnoException) =>
        resolve({ status: 0, headers: {}, body: '', fault: code ?? message, again: code === 'ECONNRESET' && sent.reusedSocket }),
      )
      sent.end(request.body)
    })

  const send: Send = async (request) => {
    const answer = await attempt(request)
    // On a connection of its own: others may have been closed at the same time.
    return answer.again ? attempt(request, false) : answer
  }
  return { send, close: () => agent.destroy() }
}
