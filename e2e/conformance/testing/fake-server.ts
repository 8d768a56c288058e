import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What a fake answers; `hang`: nothing, ever. */
export type Reply = { readonly status: number; readonly json?: unknown; readonly text?: string } | 'hang'

export interface FakeServer {
  readonly url: string
  readonly heard: readonly Heard[]
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

/** A server of a few routes. */
export async function startFakeServer(reply: (heard: Heard) => Reply): Promise<FakeServer> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url: path = '', headers } = request
      const call = { method, path, headers, body }
      heard.push(call)
      const answer = reply(call)
      if (answer === 'hang') return
      response.writeHead(answer.status, { 'content-type': 'application/json', 'x-kind': 'fake' })
      response.end(answer.text ?? JSON.stringify(answer.json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, close }
}
