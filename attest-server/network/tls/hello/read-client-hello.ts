import { err, type Result } from '../../../../shared/result.js'
import { createByteBuffer } from './byte-buffer.js'
import { type ClientHello, parseClientHello } from './parse-client-hello.js'

/** `incomplete`: more bytes are needed, and may come. */
export type HelloFault = 'incomplete' | 'not-tls' | 'malformed' | 'too-long'

export interface HelloReader {
  /** Takes what came next. Never throws. Once anything but `incomplete` was said, nothing more is to be asked. */
  readonly push: (bytes: Uint8Array) => Result<ClientHello, HelloFault>
}

const HANDSHAKE = 22
const CLIENT_HELLO = 1
const RECORD_HEADER = 5
const MESSAGE_HEADER = 4
/** RFC 8446 §5.1. */
const LONGEST_RECORD = 2 ** 14
/** Browsers' have 600 to 2,000 bytes, post-quantum keys included. */
const LONGEST_HELLO = 2 ** 14

const incomplete = err('incomplete' as const)

/** RFC 8446 §5.1: a type, the version 3.x, and a length that is never 0 in a handshake. @param filled how many bytes have come */
function mayBeHeader(header: Uint8Array, filled: number): boolean {
  if (header[0] !== HANDSHAKE || (filled > 1 && header[1] !== 3)) return false
  return filled < RECORD_HEADER || (lengthOf(header) > 0 && lengthOf(header) <= LONGEST_RECORD)
}
const lengthOf = (header: Uint8Array): number => header[3]! * 256 + header[4]!

/** The hello in the handshake's bytes that have come so far. Behind it, anything may stand. */
function helloIn(message: Uint8Array): Result<ClientHello, HelloFault> {
  if (message[0] !== CLIENT_HELLO) return err('not-tls')
  if (message.length < MESSAGE_HEADER) return incomplete
  const length = message[1]! * 65_536 + message[2]! * 256 + message[3]!
  if (length > LONGEST_HELLO) return err('too-long')
  if (message.length < MESSAGE_HEADER + length) return incomplete
  return parseClientHello(message.subarray(MESSAGE_HEADER, MESSAGE_HEADER + length))
}

/**
 * Reads the ClientHello at the beginning of a TLS connection, which may lie in many records (RFC 8446 §5.1) and come in parts of any size.
 * Each byte is looked at once, whatever the parts.
 */
export function createHelloReader(): HelloReader {
  const header = new Uint8Array(RECORD_HEADER)
  const message = createByteBuffer()
  let filled = 0
  let left = 0

  /** @returns whether a record may still begin so */
  const takeHeader = (byte: number): boolean => {
    header[filled++] = byte
    if (!mayBeHeader(header, filled)) return false
    if (filled === RECORD_HEADER) {
      left = lengthOf(header)
      filled = 0
    }
    return true
  }
  return {
    push: (bytes) => {
      for (let at = 0; at < bytes.length; ) {
        if (left === 0) {
          if (!takeHeader(bytes[at++]!)) return err('not-tls')
          continue
        }
        const part = bytes.subarray(at, at + left)
        message.append(part)
        left -= part.length
        at += part.length
        const found = helloIn(message.bytes())
        if (found.ok || found.error !== 'incomplete') return found
      }
      return incomplete
    },
  }
}
