import { createServer, type Server } from 'node:http'

/**
 * `GET /metrics` on a listener of its own: whoever reaches the server's public address does not reach this one.
 * @param read what is known now, in the format that Prometheus reads.
 */
export function metricsListener(read: () => Promise<string>, contentType: string): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: string, headers = {}) => response.writeHead(status, headers).end(body)
    if (request.url !== '/metrics') return void answer(404, 'GET /metrics\n')
    if (request.method !== 'GET') return void answer(405, '', { Allow: 'GET' })
    read().then(
      (text) => answer(200, text, { 'Content-Type': contentType, 'Cache-Control': 'no-store' }),
      () => answer(500, ''),
    )
  })
}
