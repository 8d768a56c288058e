import type { Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Ms } from '../shared/units.js'
import type { Admission } from './admission.js'
import type { TlsFront } from './network/tls/own/front-tls.js'

/** How long requests under way may take to end once the server stops. */
const LIMIT: Ms = 10_000
/** Connections become idle one by one while the server drains. */
const SWEEP: Ms = 250
/** At most: where they come without end. By TLS each has a handshake, which takes the same turns. */
const LETTING_IN: Ms = 500

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** How a server stops gently, in two steps. */
export interface Drain {
  /**
   * Goes on listening for so long: whoever balances the load has to see first that this server is not ready. From now on each answer ends
   * its connection, so that no request comes on one that is about to be closed.
   */
  leave(delay: Ms): Promise<void>
  /** Stops listening. Resolves when the last answer has been sent, or the limit is over. */
  drain(): Promise<void>
  /** Whether each answer is to end its connection. */
  readonly isLeaving: () => boolean
}

/**
 * Prepares a server for being stopped gently.
 * @param front what stands before its connections, where it ends TLS: requests then come on sockets that exist once a handshake is over
 */
export function makeDrain(
  server: Server | SecureServer,
  { isIdle, hold }: Pick<Admission, 'isIdle' | 'hold'>,
  front?: Pick<TlsFront, 'dropWaiting'>,
): Drain {
  let isLeaving = false
  let came = 0
  server.on('connection', () => came++)
  const connections = new Set<Socket>()
  /** When it was looked last. What was sent by one may lie unread: it is given until the next look. */
  let idle: readonly Socket[] | undefined
  server.on(front ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  // Closing a server calls this. Node's own takes an answer for sent that its client still reads, and a connection for busy that a browser
  // has opened in advance.
  server.closeIdleConnections = () => {
    if (idle) {
      for (const connection of idle) if (isIdle(connection)) connection.destroy()
      front?.dropWaiting()
    }
    idle = [...connections].filter(isIdle)
  }

  /**
   * The system takes connections for us, of which Node sees one in a turn. Those that are left when a server stops listening are reset. Nobody is
   * answered meanwhile: who is may come again at once.
   */
  async function letIn(): Promise<void> {
    const end = performance.now() + LETTING_IN
    await nextTurn()
    let before: number
    do {
      before = came
      await nextTurn()
    } while (came > before && performance.now() < end)
  }

  async function drain(): Promise<void> {
    const goOn = hold()
    await letIn()
    await new Promise<void>((resolve) => {
      const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP)
      const limit = setTimeout(() => server.closeAllConnections(), LIMIT)
      server.close(() => {
        clearInterval(sweeping)
        clearTimeout(limit)
        resolve()
      })
      goOn()
    })
  }

  async function leave(delay: Ms): Promise<void> {
    isLeaving = true
    if (delay > 0) await wait(delay)
  }
  return { leave, drain, isLeaving: () => isLeaving }
}
