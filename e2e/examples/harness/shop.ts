import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a back end behind an example was sent: the form's fields, or headers of a request. */
export interface Sent {
  readonly path: string
  readonly fields: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** A site that takes everything and notes it. Its pages are what is given; all else is an empty one. */
export interface Shop {
  readonly origin: string
  readonly sent: readonly Sent[]
  close(): void
}

/** @param page of its root */
export async function openShop(page: string): Promise<Shop> {
  const sent: Sent[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      const path = request.url ?? ''
      if (request.method === 'POST') sent.push({ path, fields: new URLSearchParams(body), headers: request.headers })
      if (request.method === 'POST') response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"welcome":true}')
      else response.writeHead(200, { 'Content-Type': 'text/html' }).end(path === '/' ? page : '<!doctype html>')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // It ends with this process at the latest.
  server.unref()
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://127.0.0.1:${port}`, sent, close }
}
