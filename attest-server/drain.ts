import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ms } from '../shared/units.js'
import type { TlsFront } from './network/tls/own/front-tls.js'

/** How long requests under way may take to end once the server stops. */
const LIMIT: Ms = 10_000
/** Keep-alive connections become idle one by one while the server drains; closing it does not end those. */
const SWEEP: Ms = 250

/** How a server stops gently, in two steps. */
export interface Drain {
  /**
   * Goes on listening for so long: whoever balances the load has to see first that this server is not ready. From now on each answer ends its
   * connection, so that no request comes on one that is about to be closed.
   */
  leave(delay: Ms): Promise<void>
  /** Stops listening. Resolves when the last request has been answered, or the limit is over. */
  drain(): Promise<void>
}

/**
 * Prepares a server for being stopped gently.
 * @param front what stands before its connections, where it ends TLS: requests then come on sockets that exist once a handshake is over
 */
export function makeDrain(server: Server | SecureServer, front?: Pick<TlsFront, 'dropWaiting'>): Drain {
  let isLeaving = false
  // Browsers open connections in advance. Node does not count one that has not asked for anything yet as idle.
  const unused = new Set<Socket>()
  server.on(front ? 'secureConnection' : 'connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    unused.delete(socket)
    if (isLeaving) response.shouldKeepAlive = false
  })

  function sweep(): void {
    server.closeIdleConnections()
    for (const socket of unused) socket.destroy()
    front?.dropWaiting()
  }

  const drain = (): Promise<void> =>
    new Promise((resolve) => {
      const sweeping = setInterval(sweep, SWEEP)
      const limit = setTimeout(() => server.closeAllConnections(), LIMIT)
      server.close(() => {
        clearInterval(sweeping)
        clearTimeout(limit)
        resolve()
      })
    })

  async function leave(delay: Ms): Promise<void> {
    isLeaving = true
    if (delay > 0) await wait(delay)
  }
  return { leave, drain }
}
