import type { Socket } from 'node:net'
import { err, type Result } from '../../../shared/result.js'
import type { Ms } from '../../../shared/units.js'
import type { ClientHello } from './parse-client-hello.js'
import { type HelloFault, readClientHello } from './read-client-hello.js'

export interface PeekLimits {
  readonly bytes: number
  readonly time: Ms
}

/** A hello and what surrounds it; a client that is slower than this is none that anybody waits for. */
export const PEEK_LIMITS: PeekLimits = { bytes: 2 ** 15, time: 10_000 }

export type PeekFault = Exclude<HelloFault, 'incomplete'> | 'timeout' | 'closed'

const finalOf = (seen: Result<ClientHello, HelloFault>, isFull: boolean): Result<ClientHello, PeekFault> | undefined => {
  if (seen.ok) return seen
  if (seen.error !== 'incomplete') return err(seen.error)
  return isFull ? err('too-long') : undefined
}

/**
 * Reads a connection's ClientHello and puts every byte back, so that a TLS server finds the connection untouched. Hand it over at once,
 * without waiting in between. Never rejects; the socket is neither ended nor destroyed here.
 */
export function peekClientHello(socket: Socket, limits: PeekLimits = PEEK_LIMITS): Promise<Result<ClientHello, PeekFault>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const finish = (result: Result<ClientHello, PeekFault>) => {
      clearTimeout(timer)
      socket.off('readable', onReadable).off('close', onClose).off('end', onClose).off('error', onClose)
      const isOpen = !socket.destroyed && !socket.readableEnded
      if (chunks.length > 0 && isOpen) socket.unshift(Buffer.concat(chunks))
      resolve(result)
    }
    const onClose = () => finish(err('closed'))
    const onReadable = () => {
      for (let chunk: Buffer | null = socket.read(); chunk !== null; chunk = socket.read()) chunks.push(chunk)
      const bytes = Buffer.concat(chunks)
      const result = finalOf(readClientHello(bytes), bytes.length >= limits.bytes)
      if (result) finish(result)
    }
    const timer = setTimeout(() => finish(err('timeout')), limits.time)
    socket.on('readable', onReadable).once('close', onClose).once('end', onClose).once('error', onClose)
  })
}
