import type { IncomingMessage, Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Socket } from 'node:net'
import type { Ms } from '../shared/units.js'
import type { TlsFront } from './network/tls/own/front-tls.js'

/** How long requests under way may take to end once the server stops. */
const LIMIT: Ms = 10_000
/** Keep-alive connections become idle one by one while the server drains; closing it does not end those. */
const SWEEP: Ms = 250

/**
 * Prepares a server for being stopped gently.
 * @param front what stands before its connections, where it ends TLS: requests then come on sockets that exist once a handshake is over
 * @returns what stops listening, and resolves when the last request has been answered or the limit is over.
 */
export function makeDrain(server: Server | SecureServer, front?: Pick<TlsFront, 'dropWaiting'>): () => Promise<void> {
  // Browsers open connections in advance. Node does not count one that has not asked for anything yet as idle.
  const unused = new Set<Socket>()
  server.on(front ? 'secureConnection' : 'connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket))

  function sweep(): void {
    server.closeIdleConnections()
    for (const socket of unused) socket.destroy()
    front?.dropWaiting()
  }

  return () =>
    new Promise((resolve) => {
      const sweeping = setInterval(sweep, SWEEP)
      const limit = setTimeout(() => server.closeAllConnections(), LIMIT)
      server.close(() => {
        clearInterval(sweeping)
        clearTimeout(limit)
        resolve()
      })
    })
}
