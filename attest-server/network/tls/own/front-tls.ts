import type { Socket } from 'node:net'
import type { Server } from 'node:tls'
import type { SeenTls } from '../../../facts/fact.js'
import { helloShape } from '../hello/hello-shape.js'
import { ja4Of } from '../hello/ja4-of.js'
import { type PeekLimits, peekClientHello } from '../hello/peek-client-hello.js'

export interface FrontLimits extends PeekLimits {
  /** Connections whose handshake may be under way at once. */
  readonly waiting: number
}

/**
 * A hello and what surrounds it; a client that is slower than this is none that anybody waits for. Four thousand handshakes take some
 * 130 MB: whoever opens more and says nothing pushes out their own.
 */
export const FRONT_LIMITS: FrontLimits = { bytes: 2 ** 15, time: 10_000, waiting: 4096 }

export interface TlsFront {
  /** How the client at the other end of an open connection speaks TLS; undefined where that could not be read. */
  readonly seenOf: (socket: object) => SeenTls | undefined
  /** Ends the connections whose handshake is under way: nothing was asked on them yet. */
  readonly dropWaiting: () => void
}

interface Waiting {
  readonly socket: Socket
  seen?: SeenTls
}

interface Ends {
  readonly remoteAddress?: string | undefined
  readonly remotePort?: number | undefined
  readonly localAddress?: string | undefined
  readonly localPort?: number | undefined
}

/**
 * The TLS server makes a socket of its own around ours; what both know is the connection's two ends, which no other has while it is open.
 * @returns undefined once it is not: what has ended has no name that could be another's
 */
const nameOf = ({ remoteAddress, remotePort, localAddress, localPort }: Ends): string | undefined =>
  remoteAddress === undefined ? undefined : `${remoteAddress} ${remotePort} ${localAddress} ${localPort}`

/**
 * Stands between a TLS server of this process and its new connections, and reads what clients say before anything is encrypted. What is no
 * TLS is handed over as well: to refuse it is the TLS server's part.
 */
export function frontTls(server: Server, limits: FrontLimits = FRONT_LIMITS): TlsFront {
  const waiting = new Map<string, Waiting>()
  const seen = new WeakMap<object, SeenTls>()

  const enter = (name: string, socket: Socket): Waiting => {
    const [oldest] = waiting
    if (oldest && waiting.size >= limits.waiting) {
      waiting.delete(oldest[0])
      oldest[1].socket.destroy()
    }
    const entry: Waiting = { socket }
    waiting.set(name, entry)
    socket.once('close', () => {
      if (waiting.get(name) === entry) waiting.delete(name)
    })
    return entry
  }
  const handOver = server.listeners('connection')
  const admit = async (socket: Socket, entry: Waiting) => {
    const hello = await peekClientHello(socket, limits)
    const isLeft = !hello.ok && (hello.error === 'timeout' || hello.error === 'closed')
    if (isLeft || socket.destroyed) return void socket.destroy()
    if (hello.ok) entry.seen = { ja4: ja4Of(hello.value), shape: helloShape(hello.value) }
    for (const listener of handOver) listener.call(server, socket)
  }
  server.removeAllListeners('connection').on('connection', (socket) => {
    // An error that nobody hears ends the process, and so does a promise that nobody keeps.
    socket.on('error', () => {})
    const name = nameOf(socket)
    if (name === undefined) socket.destroy()
    else admit(socket, enter(name, socket)).catch(() => socket.destroy())
  })
  server.prependListener('secureConnection', (socket) => {
    const name = nameOf(socket)
    const entry = name === undefined ? undefined : waiting.get(name)
    if (name !== undefined) waiting.delete(name)
    if (entry?.seen) seen.set(socket, entry.seen)
  })
  return {
    seenOf: (socket) => seen.get(socket),
    dropWaiting: () => {
      for (const { socket } of waiting.values()) socket.destroy()
    },
  }
}
