import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { POLICY } from './page.mjs'

const types = /** @type {Readonly<Record<string, string>>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
})

/**
 * Serves the folder on this machine, as any web server would.
 *
 * @param {string} folder
 * @param {number} [port] 0: any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveSite(folder, port = 0) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    // `normalize` takes every `..` away that would lead out: the path begins with a slash.
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html')
    readFile(join(folder, path)).then(
      (body) => {
        const type = types[extname(path)] ?? 'text/plain; charset=utf-8'
        const policy = type.startsWith('text/html') ? { 'content-security-policy': `${POLICY}; frame-ancestors 'none'` } : {}
        const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
        const encoding = packed ? { 'content-encoding': 'gzip' } : {}
        const headers = { 'content-type': type, 'x-content-type-options': 'nosniff', ...policy, ...encoding }
        response.writeHead(200, headers).end(packed ? gzipSync(body) : body)
      },
      () => response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.'),
    )
  })
  await new Promise((listening) => server.listen(port, '127.0.0.1', () => listening(undefined)))
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  const close = () =>
    new Promise((/** @type {(value?: undefined) => void} */ closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${address.port}/`, close }
}
