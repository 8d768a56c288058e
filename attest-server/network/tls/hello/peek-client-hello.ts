import type { Socket } from 'node:net'
import { err, type Result } from '../../../../shared/result.js'
import type { Ms } from '../../../../shared/units.js'
import { createByteBuffer } from './byte-buffer.js'
import type { ClientHello } from './parse-client-hello.js'
import { createHelloReader, type HelloFault } from './read-client-hello.js'

export interface PeekLimits {
  readonly bytes: number
  readonly time: Ms
}

export type PeekFault = Exclude<HelloFault, 'incomplete'> | 'timeout' | 'closed'

/**
 * Reads a connection's ClientHello and puts every byte back, so that a TLS server finds the connection untouched. Hand it over at once,
 * without waiting in between. Never rejects; the socket is neither ended nor destroyed here.
 */
export function peekClientHello(socket: Socket, limits: PeekLimits): Promise<Result<ClientHello, PeekFault>> {
  return new Promise((resolve) => {
    const raw = createByteBuffer()
    const reader = createHelloReader()
    const finish = (result: Result<ClientHello, PeekFault>) => {
      clearTimeout(timer)
      socket.off('readable', onReadable).off('close', onClose).off('end', onClose).off('error', onClose)
      const isOpen = !socket.destroyed && !socket.readableEnded
      if (raw.bytes().length > 0 && isOpen) socket.unshift(Buffer.from(raw.bytes()))
      resolve(result)
    }
    const onClose = () => finish(err('closed'))
    const onReadable = () => {
      for (let chunk: Buffer | null = socket.read(); chunk !== null; chunk = socket.read()) {
        raw.append(chunk)
        const seen = reader.push(chunk)
        if (seen.ok) return finish(seen)
        if (seen.error !== 'incomplete') return finish(err(seen.error))
        if (raw.bytes().length >= limits.bytes) return finish(err('too-long'))
      }
    }
    const timer = setTimeout(() => finish(err('timeout')), limits.time)
    socket.on('readable', onReadable).once('close', onClose).once('end', onClose).once('error', onClose)
  })
}
