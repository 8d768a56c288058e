import { err, ok, type Result } from '../../../shared/result.js'
import { type ClientHello, parseClientHello } from './parse-client-hello.js'

/** `incomplete`: more bytes are needed, and may come. */
export type HelloFault = 'incomplete' | 'not-tls' | 'malformed' | 'too-long'

const HANDSHAKE = 22
const CLIENT_HELLO = 1
const RECORD_HEADER = 5
const MESSAGE_HEADER = 4
/** RFC 8446 §5.1. */
const LONGEST_RECORD = 2 ** 14
/** Browsers' have 600 to 2,000 bytes, post-quantum keys included. */
const LONGEST_HELLO = 2 ** 14

/** The handshake's bytes in these records, as far as they have come. A message may lie in many records (RFC 8446 §5.1). */
function handshakeBytes(bytes: Uint8Array): Result<Uint8Array, 'not-tls'> {
  const parts: Uint8Array[] = []
  let collected = 0
  for (let at = 0; at < bytes.length && collected < LONGEST_HELLO + MESSAGE_HEADER; ) {
    const isRecord = bytes[at] === HANDSHAKE && (bytes[at + 1] ?? 3) === 3
    const length = at + RECORD_HEADER <= bytes.length ? bytes[at + 3]! * 256 + bytes[at + 4]! : 1
    if (!isRecord || length === 0 || length > LONGEST_RECORD) return parts.length > 0 && isWhole(parts) ? ok(joined(parts)) : err('not-tls')
    const part = bytes.subarray(at + RECORD_HEADER, at + RECORD_HEADER + length)
    parts.push(part)
    collected += part.length
    at += RECORD_HEADER + length
  }
  return ok(joined(parts))
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => (parts.length === 1 ? parts[0]! : Buffer.concat(parts))

const lengthOf = (message: Uint8Array): number => message[1]! * 65_536 + message[2]! * 256 + message[3]!

/** Whether the hello has ended: then it does not matter what follows, such as early data. */
function isWhole(parts: readonly Uint8Array[]): boolean {
  const message = joined(parts)
  return message.length >= MESSAGE_HEADER && message.length >= MESSAGE_HEADER + lengthOf(message)
}

/**
 * The ClientHello at the beginning of a TLS connection, from whatever bytes have come so far. Never throws, and looks at 16 KiB at most.
 */
export function readClientHello(bytes: Uint8Array): Result<ClientHello, HelloFault> {
  const handshake = handshakeBytes(bytes)
  if (!handshake.ok) return handshake
  const message = handshake.value
  if (message.length > 0 && message[0] !== CLIENT_HELLO) return err('not-tls')
  if (message.length < MESSAGE_HEADER) return err('incomplete')
  const length = lengthOf(message)
  if (length > LONGEST_HELLO) return err('too-long')
  if (message.length < MESSAGE_HEADER + length) return err('incomplete')
  return parseClientHello(message.subarray(MESSAGE_HEADER, MESSAGE_HEADER + length))
}
