import { createServer, type Server, type Socket } from 'node:net'
import { ja4Of } from './ja4-of.js'
import { PEEK_LIMITS, type PeekLimits, peekClientHello } from './peek-client-hello.js'

/** The one thing that is asked of `https.createServer()` or `http2.createSecureServer()`. */
export interface TlsServer {
  emit(event: 'connection', socket: Socket): boolean
}

interface Peer {
  readonly remoteAddress?: string | undefined
  readonly remotePort?: number | undefined
}

export interface TlsFront {
  /** The server to listen with, in place of the TLS server's own listening. */
  readonly server: Server
  /** The JA4 of the open connection that a request came on; null where it could not be read. */
  readonly ja4Of: (socket: Peer) => string | null
}

/** The TLS server makes a socket of its own around ours; what both know is who is at the other end. */
const nameOf = ({ remoteAddress, remotePort }: Peer): string => `${remoteAddress} ${remotePort}`

/**
 * Stands before a TLS server of this process and reads what its clients say before anything is encrypted. What is no TLS is handed over as
 * well: to refuse it is the TLS server's part.
 */
export function frontTls(tls: TlsServer, limits: PeekLimits = PEEK_LIMITS): TlsFront {
  const known = new Map<string, string>()

  const accept = async (socket: Socket) => {
    // An error that nobody hears ends the process; the TLS server hears those of its own socket around this one.
    socket.on('error', () => {})
    const hello = await peekClientHello(socket, limits)
    if (!hello.ok && (hello.error === 'timeout' || hello.error === 'closed')) return socket.destroy()
    if (hello.ok) {
      const name = nameOf(socket)
      known.set(name, ja4Of(hello.value))
      socket.once('close', () => known.delete(name))
    }
    return tls.emit('connection', socket)
  }
  return {
    server: createServer((socket) => void accept(socket)),
    ja4Of: (peer) => known.get(nameOf(peer)) ?? null,
  }
}
